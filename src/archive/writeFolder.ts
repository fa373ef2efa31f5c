import { folded } from '../core/archive/names.ts';
import type { ArchiveEntry } from './volumes.ts';
import {
  type OpenStored,
  openEntry,
  type WriteOptions,
  type WriteOutcome,
  writeFailure,
} from './writeVolume.ts';

/** `folder`: the name of the folder that the labels' folders lie in now. */
export type FolderOutcome =
  | { readonly kind: 'written'; readonly folder: string }
  | Exclude<WriteOutcome, { readonly kind: 'written' }>;

/** Files written at a time; each waits for the disk more than for us. */
const filesAtOnce = 4;

/**
 * Writes the archive as `<label>/<name>` into a folder that the person chose. An empty one is filled; in any other a
 * new folder of that name is made, numbered where there is one already, so that nothing is ever written over. A photo
 * appears when it is whole. Cancelled or failed, everything that was written is removed again. Never rejects.
 *
 * @param name of the new folder, cleaned
 */
export async function writeFolder(
  chosen: FileSystemDirectoryHandle,
  name: string,
  entries: readonly ArchiveEntry[],
  openStored: OpenStored,
  { signal, onProgress }: WriteOptions = {},
): Promise<FolderOutcome> {
  let place: Place | null = null;
  const trouble: { error: unknown; path: string }[] = [];
  try {
    place = await placeIn(chosen, name);
    const writer = new Writer(place, openStored, onProgress);
    // Once one photo fails the others are not begun either.
    const failed = new AbortController();
    const stop = signal ? AbortSignal.any([signal, failed.signal]) : failed.signal;
    const queue = entries.values();
    const lane = async () => {
      for (const entry of queue) {
        if (stop.aborted) return;
        try {
          await writer.write(entry, stop);
        } catch (error) {
          trouble.push({ error, path: entry.path });
          failed.abort();
        }
      }
    };
    await Promise.all(Array.from({ length: filesAtOnce }, lane));
  } catch (error) {
    await place?.undo();
    return writeFailure(error, null);
  }
  const [first] = trouble;
  if (!signal?.aborted && !first) return { kind: 'written', folder: place.folder.name };
  await place.undo();
  return first && !signal?.aborted ? writeFailure(first.error, first.path) : { kind: 'cancelled' };
}

interface Place {
  readonly folder: FileSystemDirectoryHandle;
  /** Top-level folders that were made in it. */
  readonly made: Set<string>;
  /** Removes what was made. */
  undo(): Promise<void>;
}

/** What systems leave in a folder that a person sees as empty. */
const scattered = new Set(['.ds_store', 'thumbs.db', 'desktop.ini']);

async function placeIn(chosen: FileSystemDirectoryHandle, name: string): Promise<Place> {
  const taken = new Set<string>();
  for await (const entry of chosen.keys()) if (!scattered.has(entry.toLowerCase())) taken.add(folded(entry));
  const made = new Set<string>();
  if (taken.size === 0) {
    const undo = async () => {
      for (const folder of made) await remove(chosen, folder);
    };
    return { folder: chosen, made, undo };
  }
  let free = name;
  for (let number = 2; taken.has(folded(free)); number++) free = `${name} (${number})`;
  const folder = await chosen.getDirectoryHandle(free, { create: true });
  return { folder, made, undo: () => remove(chosen, free) };
}

async function remove(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  // A file that the system holds open stays; the person sees it and can remove it.
  await folder.removeEntry(name, { recursive: true }).catch(() => undefined);
}

class Writer {
  readonly #place: Place;
  readonly #openStored: OpenStored;
  readonly #onProgress: ((bytes: number) => void) | undefined;
  /** The labels' folders, each made once. */
  readonly #folders = new Map<string, Promise<FileSystemDirectoryHandle>>();
  #bytes = 0;

  constructor(place: Place, openStored: OpenStored, onProgress: ((bytes: number) => void) | undefined) {
    this.#place = place;
    this.#openStored = openStored;
    this.#onProgress = onProgress;
  }

  async write(entry: ArchiveEntry, signal: AbortSignal): Promise<void> {
    const slash = entry.path.lastIndexOf('/');
    const folder = await this.#folder(entry.path.slice(0, slash));
    const content = await openEntry(entry, this.#openStored);
    await writeFile(folder, entry.path.slice(slash + 1), content, signal);
    this.#bytes += entry.bytes;
    this.#onProgress?.(this.#bytes);
  }

  #folder(name: string): Promise<FileSystemDirectoryHandle> {
    const folder = this.#folders.get(name) ?? this.#place.folder.getDirectoryHandle(name, { create: true });
    this.#folders.set(name, folder);
    this.#place.made.add(name);
    return folder;
  }
}

/** The browser writes beside the file and puts it in its place when the stream is closed. */
async function writeFile(
  folder: FileSystemDirectoryHandle,
  name: string,
  content: Blob,
  signal: AbortSignal,
): Promise<void> {
  const handle = await folder.getFileHandle(name, { create: true });
  try {
    await content.stream().pipeTo(await handle.createWritable(), { signal });
  } catch (error) {
    // An empty file was made to hold the name.
    await remove(folder, name);
    throw error;
  }
}
