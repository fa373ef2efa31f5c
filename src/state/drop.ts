import { fromEvent } from 'file-selector';
import { normalisePath } from '../core/intake.ts';

/** A file as a person gave it, with its path, folders included. */
export interface GivenFile {
  readonly file: File;
  /** Normalised: `train/cats/a.jpg`; the bare name for a loose file. */
  readonly path: string;
}

/** The path of a file from an input, a drop or a paste. */
export function givenFile(file: File): GivenFile {
  const dropped: unknown = Reflect.get(file, 'path');
  const path = typeof dropped === 'string' && dropped !== '' ? dropped : file.webkitRelativePath;
  return { file, path: normalisePath(path ?? '') || file.name };
}

/**
 * All files of a drop or a paste, folder trees read whole. Must be called synchronously in the event's handler: a
 * browser empties the event right after it. Each file has its path in `path` (see `givenFile`).
 *
 * One entry that cannot be read (a dangling link, a pipe) makes file-selector give up on all; then at least the plain
 * files of the drop are given back.
 */
export async function filesOfEvent(event: DragEvent | ClipboardEvent): Promise<readonly File[]> {
  const plain = plainFiles('dataTransfer' in event ? event.dataTransfer : event.clipboardData);
  try {
    return (await fromEvent(event)).filter(item => item instanceof File);
  } catch {
    return plain;
  }
}

function plainFiles(data: DataTransfer | null): readonly File[] {
  if (data === null) return [];
  const entries = Array.from(data.items, item => (item.kind === 'file' ? item : null)).filter(
    item => item !== null,
  );
  return entries
    .filter(item => item.webkitGetAsEntry()?.isDirectory !== true)
    .map(item => item.getAsFile())
    .filter(file => file !== null);
}
