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
 * One entry that cannot be read (a dangling link, a file removed meanwhile) makes file-selector give up on all; then
 * the trees are walked once more, without it.
 */
export async function filesOfEvent(event: DragEvent | ClipboardEvent): Promise<readonly File[]> {
  const entries = entriesOf('dataTransfer' in event ? event.dataTransfer : event.clipboardData);
  try {
    return (await fromEvent(event)).filter(item => item instanceof File);
  } catch {
    return (await Promise.all(entries.map(readableFiles))).flat();
  }
}

function entriesOf(data: DataTransfer | null): readonly FileSystemEntry[] {
  return Array.from(data?.items ?? [])
    .filter(item => item.kind === 'file')
    .map(item => item.webkitGetAsEntry())
    .filter(entry => entry !== null);
}

async function readableFiles(entry: FileSystemEntry): Promise<readonly File[]> {
  try {
    if (isFile(entry)) return [await fileWithPath(entry)];
    if (!isFolder(entry)) return [];
    const files: (readonly File[])[] = [];
    for (const child of await childrenOf(entry)) files.push(await readableFiles(child));
    return files.flat();
  } catch {
    return [];
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

async function fileWithPath(entry: FileSystemFileEntry): Promise<File> {
  const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
  return Object.defineProperty(file, 'path', { value: entry.fullPath });
}

/** Browsers hand out a hundred entries at a time; an empty answer is the end. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return children;
    children.push(...some);
  }
}
