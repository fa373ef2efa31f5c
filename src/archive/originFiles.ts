import { directoryOf } from '../storage/folder.ts';
import { openIn } from '../storage/results.ts';
import type { StoredFile } from '../storage/storage.ts';
import { writeFully } from '../storage/writeFully.ts';

/**
 * How the archive worker reads and writes the browser's origin-private files. Sync access handles exist in the
 * workers of every browser and write without copying the file first; nobody sees these files before they are whole.
 */

/** Finds stored photos; null when one is gone. Remembers the folder, since an archive has thousands of them. */
export function createOpener(): (stored: StoredFile) => Promise<Blob | null> {
  const folders = new Map<string, Promise<FileSystemDirectoryHandle>>();
  return async stored => {
    if (stored.kind === 'memory') return stored.blob;
    const folder = folders.get(stored.folder) ?? directoryOf(stored.folder);
    folders.set(stored.folder, folder);
    try {
      return await openIn(await folder, stored);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'NotFoundError') return null;
      throw error;
    }
  };
}

export interface FileSink {
  readonly stream: WritableStream<Uint8Array<ArrayBuffer>>;
  /** The file, once the stream is closed. */
  file(): Promise<File>;
}

/** Writes one file; aborted or failed, it is removed. */
export async function createFileSink(folder: FileSystemDirectoryHandle, name: string): Promise<FileSink> {
  const handle = await folder.getFileHandle(name, { create: true });
  const access = await handle.createSyncAccessHandle();
  let end = 0;
  async function discard(): Promise<void> {
    access.close();
    await folder.removeEntry(name);
  }
  const stream = new WritableStream<Uint8Array<ArrayBuffer>>({
    async write(piece) {
      try {
        writeFully(access, piece, end);
        end += piece.length;
      } catch (error) {
        // A stream that fails by itself is not told to abort.
        await discard();
        throw error;
      }
    },
    close() {
      access.flush();
      access.close();
    },
    abort: discard,
  });
  return { stream, file: () => handle.getFile() };
}

/** Gathers a small zip where there are no origin-private files. */
export function createMemorySink(): {
  readonly stream: WritableStream<Uint8Array<ArrayBuffer>>;
  readonly blob: () => Blob;
} {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const stream = new WritableStream<Uint8Array<ArrayBuffer>>({
    write(piece) {
      pieces.push(piece);
    },
  });
  return { stream, blob: () => new Blob(pieces, { type: 'application/zip' }) };
}
