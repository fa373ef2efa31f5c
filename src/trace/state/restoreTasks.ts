import type { Receipt } from '../../core/receipt.ts';
import type { PhotoSetServices } from '../../state/photoSetServices.ts';
import type { Claim } from '../core/claim.ts';
import type { RestoreTask } from '../worker/restoreClient.ts';
import type { RestorePhoto } from './restoreState.ts';

/** What a worker is asked of each photo. */

/** Long side of the pictures shown, in pixels; smaller where there are many. */
const previewSide = 960;
const manyPreviewSide = 360;
const many = 20;

export interface Pair {
  readonly photo: RestorePhoto;
  readonly original: File | null;
  readonly listed: boolean;
}

/** Which original belongs to which photo: by the receipt, else by name, else as the only two there are. */
export async function pairsOf(
  photos: readonly RestorePhoto[],
  originals: readonly File[],
  receipt: Receipt,
  tools: PhotoSetServices,
): Promise<readonly Pair[]> {
  const [protectedDigests, originalDigests] = await Promise.all([
    tools.digests(photos.map(({ file }) => file)),
    tools.digests(originals),
  ]);
  const listed = new Map(receipt.files.map(file => [file.sha256, file]));
  const byDigest = new Map(originals.map((file, i) => [originalDigests[i], file]));
  const byName = new Map(originals.map(file => [withoutExtension(file.name), file]));
  const [only = null] = originals.length === 1 && photos.length === 1 ? originals : [];
  return photos.map((photo, i) => {
    const entry = listed.get(protectedDigests[i] ?? '');
    const named = byDigest.get(entry?.sourceSha256) ?? byName.get(withoutExtension(photo.file.name));
    return { photo, original: named ?? only, listed: entry !== undefined };
  });
}

/** @param among how many photos it is: pictures shown are smaller where there are many */
export function taskOf({ photo, original }: Pair, { receipt, filters }: Claim, among: number): RestoreTask {
  // A folder that is called like no label tells nothing.
  const known = photo.label !== null && receipt.labels.includes(photo.label);
  const given = known && photo.label !== null ? { label: photo.label } : null;
  return {
    file: photo.file,
    receipt,
    filters,
    given,
    original,
    previewSide: among > many ? manyPreviewSide : previewSide,
  };
}

/** A file's name, without what tells its kind. */
export function withoutExtension(name: string): string {
  return name.replace(/\.[^.]+$/, '');
}
