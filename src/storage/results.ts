import { directoryOf } from './folder.ts';
import type { StoredFile } from './storage.ts';

/** Reads a stored photo. Rejects with NotFoundError when it was removed. */
export async function openStored(stored: StoredFile): Promise<Blob> {
  if (stored.kind === 'memory') return stored.blob;
  const directory = await directoryOf(stored.folder);
  return (await directory.getFileHandle(stored.name)).getFile();
}

/** Removes stored photos; those that are gone already are none too few. */
export async function removeStored(stored: readonly StoredFile[]): Promise<void> {
  for (const file of stored) {
    if (file.kind === 'memory') continue;
    const directory = await directoryOf(file.folder);
    await removeEntry(directory, file.name);
  }
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
    if (isFile(handle)) sizes.set(name, (await handle.getFile()).size);
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

export async function estimateStorage(): Promise<StorageEstimate> {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    return { used: usage ?? null, quota: quota ?? null };
  } catch {
    return { used: null, quota: null };
  }
}
