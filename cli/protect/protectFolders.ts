import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { outputTypeFor, qualityFor } from '../../src/core/settings.ts';
import type { FailedLine, PhotoLine } from '../parts/part.ts';
import { photoOf } from '../parts/readPart.ts';
import type { KeyedLine } from '../parts/sortLines.ts';
import { type FolderLabel, type FolderSet, photosOf } from '../set/folders.ts';
import { type Placed, type Run, recipeFor, record, write } from './run.ts';

/**
 * Protects a set of folders, a label after the other, so that no more than one label's names are ever held.
 *
 * @param known what an earlier run came to, by path; null does everything again
 */
export async function protectFolders(
  set: FolderSet,
  run: Run,
  known: AsyncGenerator<KeyedLine> | null,
): Promise<void> {
  const earlier = new KnownPhotos(known);
  const all: Promise<void>[] = [];
  for (const label of set.labels) {
    if (run.signal.aborted) break;
    await protectLabel(set, label, run, await earlier.of(label.folder), all);
  }
  await Promise.all(all);
  // Lets go of the files that it reads from.
  await known?.return(undefined);
}

async function protectLabel(
  set: FolderSet,
  label: FolderLabel,
  run: Run,
  earlier: ReadonlyMap<string, PhotoLine | FailedLine>,
  underWay: Promise<void>[],
): Promise<void> {
  const photos = photosOf(set, label, run.output.format, run.shard);
  if (photos.length === 0) return;
  write(run, () => mkdirSync(join(run.out, label.folder), { recursive: true }));
  const place = run.places.get(label.label);
  if (place === undefined) throw new Error('A label has no place in the order.');
  for (const { source, path, type } of photos) {
    await run.pool.ready();
    if (run.signal.aborted) break;
    const recipe = recipeFor(run.recipes, label.label, type) ?? '';
    const photo: Placed = { source, path, label: label.label, recipe };
    const before = earlier.get(path);
    const same = before?.kind === 'photo' && before.recipe === recipe && before.source === source;
    const output = outputTypeFor(type, run.output.format);
    const job = {
      label: place,
      type: output,
      quality: qualityFor(output, run.output),
      name: source,
      from: join(set.root, source),
      to: { draft: run.drafts.next(), path: join(run.out, path) },
      known: same ? { sha256: before.sha256, sourceSha256: before.sourceSha256 } : null,
    };
    underWay.push(run.pool.do(job).then(result => record(run, photo, result)));
    if (underWay.length > 1000) await settle(underWay);
  }
}

/** Forgets those that are done, the first of which are waited for. */
async function settle(underWay: Promise<void>[]): Promise<void> {
  await Promise.all(underWay.splice(0, 500));
}

/** Sorted lines, handed out a label's folder at a time. */
class KnownPhotos {
  readonly #lines: AsyncGenerator<KeyedLine> | null;
  #next: KeyedLine | null = null;

  constructor(lines: AsyncGenerator<KeyedLine> | null) {
    this.#lines = lines;
  }

  /** By their paths. Folders are asked for in their order. */
  async of(folder: string): Promise<ReadonlyMap<string, PhotoLine | FailedLine>> {
    const found = new Map<string, PhotoLine | FailedLine>();
    if (this.#lines === null) return found;
    const start = `${folder}/`;
    for (;;) {
      this.#next ??= (await this.#lines.next()).value ?? null;
      if (this.#next === null || (this.#next.key > start && !this.#next.key.startsWith(start))) return found;
      if (this.#next.key.startsWith(start)) found.set(this.#next.key, photoOf(this.#next));
      this.#next = null;
    }
  }
}
