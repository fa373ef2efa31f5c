import type { Context } from '../context.ts';
import type { Photo, PhotoId, Result } from '../model/photos.ts';
import type { KeyveilState } from '../model.ts';
import { missingPhotos } from '../queries/counts.ts';
import type { FoundPhoto } from '../services/intake.ts';

/** After a reload the page knows photos but not their files; here they are found among files that are given again. */

/** A photo's file, and where it comes from now. */
export type FoundFile = Pick<FoundPhoto, 'file' | 'origin'>;

export interface Refound {
  /** For photos whose file was missing. */
  readonly files: ReadonlyMap<PhotoId, FoundFile>;
  /** What was found besides: photos that are new. */
  readonly rest: readonly FoundPhoto[];
}

const place = (path: string, bytes: number) => `${bytes} ${path}`;

/**
 * A file belongs to a photo when path and size agree; given from another folder, when name and size agree and no
 * other photo or file has both.
 */
export function refind(missing: readonly Photo[], found: readonly FoundPhoto[]): Refound {
  const files = new Map<PhotoId, FoundFile>();
  const taken = new Set<FoundPhoto>();
  const take = (photo: Photo | undefined, one: FoundPhoto) => {
    if (!photo || files.has(photo.id) || taken.has(one)) return;
    files.set(photo.id, one);
    taken.add(one);
  };

  const byPath = new Map(missing.map(photo => [place(photo.path, photo.bytes), photo]));
  for (const one of found) take(byPath.get(place(one.path, one.file.size)), one);

  const byName = onlyOnes(missing, photo => place(photo.name, photo.bytes));
  const lone = onlyOnes(found, one => place(one.name, one.file.size));
  for (const [key, one] of lone) take(byName.get(key), one);
  return { files, rest: found.filter(one => !taken.has(one)) };
}

/** Items whose key no other item has. */
function onlyOnes<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T> {
  const counted = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    counted.set(key, [...(counted.get(key) ?? []), item]);
  }
  return new Map(
    [...counted].flatMap(([key, [item, ...more]]) => (item && more.length === 0 ? [[key, item]] : [])),
  );
}

/**
 * The state with files back in their photos. A finished photo whose file has changed since (another SHA-256 than the
 * one it was made from) has to be protected anew, so its result goes.
 *
 * @param digests hex SHA-256 of files whose photos have results; null where it could not be read
 */
export function withFiles(
  s: KeyveilState,
  files: ReadonlyMap<PhotoId, FoundFile>,
  digests: ReadonlyMap<PhotoId, string | null>,
): Pick<KeyveilState, 'photos' | 'results'> {
  const photos = new Map(s.photos);
  const results = new Map<PhotoId, Result>(s.results);
  for (const [id, { file, origin }] of files) {
    const photo = photos.get(id);
    if (photo) photos.set(id, { ...photo, file, origin });
    const result = results.get(id);
    const digest = digests.get(id);
    if (result?.kind === 'protected' && digest && digest !== result.photo.sourceSha256) results.delete(id);
  }
  return { photos, results };
}

/**
 * Gives files back to photos that lost theirs; what is left over is new.
 *
 * @returns the new ones, and how many photos have their file again
 */
export async function giveBack(
  context: Context,
  found: readonly FoundPhoto[],
): Promise<{ readonly rest: readonly FoundPhoto[]; readonly refound: number }> {
  const { get, set, services } = context;
  const missing: readonly Photo[] = missingPhotos(get());
  if (missing.length === 0) return { rest: found, refound: 0 };
  const { files, rest } = refind(missing, found);
  const finished = [...files].filter(([id]) => get().results.get(id)?.kind === 'protected');
  const digests = await services.previews.digests(finished.map(([, { file }]) => file));
  const digestOf = new Map(finished.map(([id], index) => [id, digests[index] ?? null]));
  set(withFiles(get(), files, digestOf));
  return { rest, refound: files.size };
}
