import { directoryOf } from './folder.ts';
import { readSlice } from './packs.ts';
import { readGrowing } from './readGrowing.ts';
import type { StoredFile } from './storage.ts';

/** Reads a stored photo. Rejects with NotFoundError when it was removed. */
export async function openStored(stored: StoredFile): Promise<Blob> {
  if (stored.kind === 'memory') return stored.blob;
  return openIn(await directoryOf(stored.folder), stored);
}

type InFile = Extract<StoredFile, { kind: 'file' }>;

/** As `openStored`, where the folder is at hand. */
export async function openIn(directory: FileSystemDirectoryHandle, { name, slice }: InFile): Promise<Blob> {
  const handle = await directory.getFileHandle(name);
  return slice === undefined ? handle.getFile() : readSlice(handle, slice);
}

/** Whether a stored photo of so many bytes is there and whole, by the sizes of the files in its folder. */
export function isStored(stored: StoredFile, bytes: number, sizes: ReadonlyMap<string, number>): boolean {
  if (stored.kind === 'memory') return false;
  const size = sizes.get(stored.name);
  if (size === undefined || stored.slice === undefined) return size === bytes;
  return stored.slice.bytes === bytes && size >= stored.slice.from + bytes;
}

/** Removes stored photos. One that is gone already is no error. */
export async function removeStored(stored: readonly StoredFile[]): Promise<void> {
  const packs = new Map<string, InFile>();
  for (const file of stored) {
    if (file.kind === 'memory') continue;
    if (file.slice === undefined) await removeEntry(await directoryOf(file.folder), file.name);
    else {
      giveUp(file.name, file.slice);
      packs.set(file.name, file);
    }
  }
  for (const pack of packs.values()) await removeEmptyPack(pack);
}

/** Slices removed from packs since the page was opened: for each pack, bytes by where they began. */
const removed = new Map<string, Map<number, number>>();

function giveUp(name: string, { from, bytes }: { readonly from: number; readonly bytes: number }): void {
  const slices = removed.get(name) ?? new Map<number, number>();
  removed.set(name, slices.set(from, bytes));
}

/**
 * Removes a pack once all of its slices are removed. Slices that an earlier page removed do not count, so such a pack
 * stays until everything is wiped.
 */
async function removeEmptyPack({ folder, name }: InFile): Promise<void> {
  const directory = await directoryOf(folder);
  const handle = await directory.getFileHandle(name).catch(() => null);
  const size = handle === null ? 0 : (await handle.getFile()).size;
  const gone = [...(removed.get(name)?.values() ?? [])].reduce((sum, bytes) => sum + bytes, 0);
  if (gone < size) return;
  removed.delete(name);
  await removeEntry(directory, name);
}

/** Empties a session's folder, but leaves it standing, since workers hold it. Null (memory) has nothing to empty. */
export async function wipeFolder(name: string | null): Promise<void> {
  if (name === null) return;
  const directory = await directoryOf(name);
  const names: string[] = [];
  for await (const entry of directory.keys()) names.push(entry);
  await Promise.all(names.map(entry => removeEntry(directory, entry)));
}

/** How often a file that is being written is tried again, 50 ms apart. */
const tries = 20;

async function removeEntry(directory: FileSystemDirectoryHandle, name: string): Promise<void> {
  for (let tried = 1; ; tried++) {
    try {
      return await directory.removeEntry(name, { recursive: true });
    } catch (error) {
      const reason = error instanceof DOMException ? error.name : '';
      if (reason === 'NotFoundError') return;
      // Somebody has the file open for writing.
      if (reason !== 'NoModificationAllowedError' || tried === tries) throw error;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }
}

/** Sizes in bytes of the files that lie in a session's folder, by name. */
export async function fileSizes(folder: string): Promise<ReadonlyMap<string, number>> {
  const directory = await directoryOf(folder);
  const sizes = new Map<string, number>();
  for await (const [name, handle] of directory.entries()) {
    // Removed while it was looked at.
    const size = isFile(handle) ? await readGrowing(handle, async file => file.size).catch(() => null) : null;
    if (size !== null) sizes.set(name, size);
  }
  return sizes;
}

function isFile(handle: FileSystemHandle): handle is FileSystemFileHandle {
  return handle.kind === 'file';
}

export interface StorageEstimate {
  /** Bytes in use by this origin, and bytes it may use in all; null where the browser does not say. */
  readonly used: number | null;
  readonly quota: number | null;
}

/** How much room the browser says there is. Never rejects. */
export async function estimateStorage(): Promise<StorageEstimate> {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    return { used: usage ?? null, quota: quota ?? null };
  } catch {
    return { used: null, quota: null };
  }
}
