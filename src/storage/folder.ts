import { largestPacked, PackWriter } from './packs.ts';
import { randomName } from './randomName.ts';
import type { StoredFile } from './storage.ts';
import { writeFully } from './writeFully.ts';

/** A place that finished photos are put into: one folder of the origin-private files, or memory where there are none. */
export interface Folder {
  /** Path in the origin-private files, `keyveil/…`; null in memory. */
  readonly name: string | null;
  /**
   * Stores bytes as a file of their own, under a name that starts with `name` and was never used before: a file that
   * somebody still reads is never written over. Resolves when it is whole. When writing fails nothing is left and it
   * rejects as the browser did (QuotaExceededError when the disk is full).
   */
  put(name: string, bytes: Uint8Array<ArrayBuffer>, type: string): Promise<StoredFile>;
  /** As `put`, but small ones may share a file, whose memory goes when the last of them does. In workers only. */
  gather(name: string, bytes: Uint8Array<ArrayBuffer>, type: string): Promise<StoredFile>;
}

/** The handle of a nested folder, made if it is missing. */
export async function directoryOf(path: string): Promise<FileSystemDirectoryHandle> {
  let directory = await navigator.storage.getDirectory();
  for (const segment of path.split('/')) {
    directory = await directory.getDirectoryHandle(segment, { create: true });
  }
  return directory;
}

/** Opens a folder made by `holdSession`; null, or a browser without such files, gives memory. */
export async function openFolder(name: string | null): Promise<Folder> {
  if (name === null) return memoryFolder;
  const directory = await directoryOf(name);
  const packs = new PackWriter(directory, name);
  const put: Folder['put'] = async (wished, bytes) => {
    const unique = `${safeName(wished)}-${randomName()}`;
    await writeFile(directory, unique, bytes);
    return { kind: 'file', folder: name, name: unique };
  };
  const packing = 'createSyncAccessHandle' in FileSystemFileHandle.prototype;
  return {
    name,
    put,
    gather: (wished, bytes, type) =>
      packing && bytes.length <= largestPacked ? packs.add(bytes) : put(wished, bytes, type),
  };
}

const inMemory: Folder['put'] = async (_, bytes, type) => ({
  kind: 'memory',
  blob: new Blob([bytes], { type }),
});
const memoryFolder: Folder = { name: null, put: inMemory, gather: inMemory };

/** Writes a new file. One that could not be written whole is removed again. */
async function writeFile(
  directory: FileSystemDirectoryHandle,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const handle = await directory.getFileHandle(name, { create: true });
  try {
    await (canWriteInPlace(handle) ? writeInPlace(handle, bytes) : writeByStream(handle, bytes));
  } catch (error) {
    await directory.removeEntry(name).catch(() => {});
    throw error;
  }
}

/** Sync access handles exist in workers only, and in every browser's. */
function canWriteInPlace(handle: FileSystemFileHandle): boolean {
  return 'createSyncAccessHandle' in handle;
}

/**
 * Writes without a copy. Not flushed to the platter: a session's files are swept away when it ends, so none of them
 * outlives a power cut anyway, and flushing costs more than writing.
 */
async function writeInPlace(handle: FileSystemFileHandle, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const access = await handle.createSyncAccessHandle();
  try {
    writeFully(access, bytes, 0);
  } finally {
    access.close();
  }
}

async function writeByStream(handle: FileSystemFileHandle, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const stream = await handle.createWritable();
  try {
    await stream.write(bytes);
    await stream.close();
  } catch (error) {
    await stream.abort().catch(() => {});
    throw error;
  }
}

/** Ids are made by us and safe as file names; this makes sure. */
function safeName(name: string): string {
  return name.replace(/[^\w.-]/g, '_').slice(0, 100);
}
