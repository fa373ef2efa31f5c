import { normalisePath } from '../../core/intake.ts';
import type { StoredFile } from '../../storage/storage.ts';

/** A file as a person gave it. */
export interface GivenFile {
  readonly file: File;
  /** With its folders, normalised: `train/cats/a.jpg`; the bare name for a loose file. */
  readonly path: string;
  /** The folder or file that it was dropped with, to be read again after a reload; missing where the browser gives none. */
  readonly root?: FileSystemHandle;
  /** Where its bytes lie, when it came out of a zip. */
  readonly stored?: StoredFile;
}

/** Files that were chosen or pasted. */
export function givenFiles(files: Iterable<File>): readonly GivenFile[] {
  return Array.from(files, file => ({
    file,
    path: normalisePath(file.webkitRelativePath ?? '') || file.name,
  }));
}
