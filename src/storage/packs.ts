import { randomName } from './randomName.ts';
import { readGrowing } from './readGrowing.ts';
import type { StoredFile } from './storage.ts';
import { writeFully } from './writeFully.ts';

/**
 * Small photos of one worker, one after another in files that hold many. Making, opening and closing a file takes about
 * 3 ms, more than all else that happens to a picture of 32 × 32; adding to an open one takes hundredths.
 *
 * A file that grows under a reader's hands makes it stumble (see `readGrowing`), so packs are closed for good when nothing
 * was added for a moment, and in any case after two seconds.
 */

/** Larger photos get a file of their own, in bytes. */
export const largestPacked = 256 * 1024;
/** A pack takes no more beyond this, in bytes. */
const fullAt = 32 * 1024 * 1024;
/** Milliseconds. */
const idle = 250;
const longest = 2000;

interface Pack {
  readonly name: string;
  readonly access: FileSystemSyncAccessHandle;
  readonly openedAt: number;
  end: number;
  closed: boolean;
}

export class PackWriter {
  readonly #directory: FileSystemDirectoryHandle;
  readonly #folder: string;
  #pack: Promise<Pack> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param folder path of `directory`, in workers only */
  constructor(directory: FileSystemDirectoryHandle, folder: string) {
    this.#directory = directory;
    this.#folder = folder;
  }

  /** Resolves when the bytes are written. When writing fails nothing is left and it rejects as the browser did. */
  async add(bytes: Uint8Array<ArrayBuffer>): Promise<StoredFile> {
    const pack = await this.#open();
    // From here on nothing waits, so that no other photo comes in between.
    const from = pack.end;
    try {
      writeFully(pack.access, bytes, from);
    } catch (error) {
      this.#close(pack);
      throw error;
    }
    pack.end += bytes.length;
    clearTimeout(this.#timer);
    if (pack.end >= fullAt || performance.now() - pack.openedAt > longest) this.#close(pack);
    else this.#timer = setTimeout(() => this.#close(pack), idle);
    return {
      kind: 'file',
      folder: this.#folder,
      name: pack.name,
      slice: { from, bytes: bytes.length },
    };
  }

  async #open(): Promise<Pack> {
    for (;;) {
      this.#pack ??= this.#make();
      const waited = this.#pack;
      try {
        const pack = await waited;
        if (!pack.closed) return pack;
      } catch (error) {
        if (this.#pack === waited) this.#pack = null;
        throw error;
      }
      if (this.#pack === waited) this.#pack = null;
    }
  }

  async #make(): Promise<Pack> {
    const name = `pack-${randomName()}`;
    const handle = await this.#directory.getFileHandle(name, { create: true });
    const access = await handle.createSyncAccessHandle();
    return { name, access, openedAt: performance.now(), end: 0, closed: false };
  }

  #close(pack: Pack): void {
    if (pack.closed) return;
    pack.closed = true;
    // Removes what a failed write left.
    if (pack.access.getSize() > pack.end) pack.access.truncate(pack.end);
    pack.access.close();
  }
}

/** A slice of a pack, in memory. Rejects with NotFoundError when the pack is gone. */
export function readSlice(
  handle: FileSystemFileHandle,
  { from, bytes }: { readonly from: number; readonly bytes: number },
): Promise<Blob> {
  return readGrowing(handle, async file => new Blob([await file.slice(from, from + bytes).arrayBuffer()]));
}
