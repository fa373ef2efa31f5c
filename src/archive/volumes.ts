import type { StoredFile } from '../storage/storage.ts';

/** One photo in the archive. `path` is `<label>/<name>.<ext>`, cleaned and unique. */
export interface ArchiveEntry {
  readonly path: string;
  readonly stored: StoredFile;
  readonly bytes: number;
}

/** One complete zip. `name` is its file name: `x.zip`, or `x.part-1-of-3.zip`. */
export interface Volume {
  readonly name: string;
  readonly entries: readonly ArchiveEntry[];
}
