import type { Digested, FileToDigest } from './digestFiles.ts';
import type { Encoding } from './names/encodings.ts';
import type { Readings } from './names/zipNames.ts';
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

export interface UnzipHow {
  /** Where photos from the zip are put; null keeps them in memory. */
  readonly folder: string | null;
  /** Languages of page and browser. */
  readonly languages: readonly string[];
  /** What names are written in that do not say so, as a person chose it; null leaves it to the most plausible. */
  readonly encoding: Encoding | null;
}

export interface ArchiveWorkerApi {
  /** See `readingsOf`. */
  readings(zip: Blob, languages: readonly string[]): Promise<Readings | null>;
  unzip(
    job: number,
    zip: Blob,
    how: UnzipHow,
    report: (entries: number, done: number) => void,
  ): Promise<UnzipOutcome>;
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
