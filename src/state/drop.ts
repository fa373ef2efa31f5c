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
 * Not through file-selector: it gives up on the whole drop when one entry cannot be read (a dangling link, a file
 * removed meanwhile), and keeps quiet about system files, which the page counts.
 */
export async function filesOfEvent(event: DragEvent | ClipboardEvent): Promise<readonly File[]> {
  const data = 'dataTransfer' in event ? event.dataTransfer : event.clipboardData;
  const items = Array.from(data?.items ?? []).filter(item => item.kind === 'file');
  // Every item is asked before anything is awaited: `readItem` asks in its first, synchronous part.
  return (await Promise.all(items.map(readItem))).flat();
}

async function readItem(item: DataTransferItem): Promise<readonly File[]> {
  const entry = item.webkitGetAsEntry();
  // A pasted picture has no entry.
  if (entry?.isDirectory !== true) return [item.getAsFile()].filter(file => file !== null);
  // Handles where there are some: Chromium reads ten thousand entries in one go of five seconds, handles one by one.
  const asked = 'getAsFileSystemHandle' in item ? item.getAsFileSystemHandle() : null;
  const handle = await asked?.catch(() => null);
  return isFolderHandle(handle) ? readHandle(handle, handle.name) : orNothing(readEntry(entry));
}

/** What cannot be read is left out, and the rest goes on. */
function orNothing(files: Promise<readonly File[]>): Promise<readonly File[]> {
  return files.catch(() => []);
}

async function readHandle(folder: FileSystemDirectoryHandle, path: string): Promise<readonly File[]> {
  const files: (readonly File[])[] = [];
  try {
    for await (const child of folder.values()) {
      const childPath = `${path}/${child.name}`;
      files.push(
        child.kind === 'directory'
          ? await readHandle(child, childPath)
          : await orNothing(child.getFile().then(file => [withPath(file, childPath)])),
      );
    }
  } catch {
    // The folder went away while it was read: what was found until then stays.
  }
  return files.flat();
}

async function readEntry(entry: FileSystemEntry): Promise<readonly File[]> {
  if (isFile(entry)) {
    return [
      withPath(await new Promise<File>((resolve, reject) => entry.file(resolve, reject)), entry.fullPath),
    ];
  }
  return isFolder(entry) ? readFolder(entry) : [];
}

/** Browsers hand out a hundred entries at a time; an empty answer is the end. */
async function readFolder(folder: FileSystemDirectoryEntry): Promise<readonly File[]> {
  const reader = folder.createReader();
  const files: (readonly File[])[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return files.flat();
    files.push(...(await Promise.all(some.map(child => orNothing(readEntry(child))))));
  }
}

function isFolderHandle(handle: FileSystemHandle | null | undefined): handle is FileSystemDirectoryHandle {
  return handle?.kind === 'directory';
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function withPath(file: File, path: string): File {
  return Object.defineProperty(file, 'path', { value: path });
}
