import type { Digested, FileToDigest } from './digestFiles.ts';
import type { UnzipOutcome } from './unzip.ts';
import type { ArchiveEntry, Volume } from './volumes.ts';
import type { FolderOutcome } from './writeFolder.ts';
import type { WriteOutcome } from './writeVolume.ts';

/** What the page may ask of the archive worker. Everything here crosses a thread. */

export type WriteTarget =
  | { readonly kind: 'picked'; readonly handle: FileSystemFileHandle }
  /** To be downloaded: written to that folder of the origin-private files first, or to memory without one. */
  | { readonly kind: 'download'; readonly folder: string | null };

export type WriteReply =
  /** `blob` is what to download; null when the zip lies where the person wanted it. */
  | { readonly kind: 'written'; readonly bytes: number; readonly blob: Blob | null }
  | Exclude<WriteOutcome, { kind: 'written' }>;

export interface ArchiveWorkerApi {
  /** `folder` is where photos from the zip are put; null keeps them in memory. */
  unzip(job: number, zip: Blob, folder: string | null): Promise<UnzipOutcome>;
  write(
    job: number,
    volume: Volume,
    target: WriteTarget,
    report: (bytesDone: number) => void,
  ): Promise<WriteReply>;
  /** Writes the archive's folders into a folder that the person chose; see `writeFolder`. */
  writeFolder(
    job: number,
    chosen: FileSystemDirectoryHandle,
    name: string,
    entries: readonly ArchiveEntry[],
    report: (bytesDone: number) => void,
  ): Promise<FolderOutcome>;
  /** See `digestFiles`. */
  digest(job: number, files: readonly FileToDigest[], report: (bytesDone: number) => void): Promise<Digested>;
  /** The job of that number ends at the next file. */
  cancel(job: number): void;
}
