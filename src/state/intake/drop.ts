import { normalisePath } from '../../core/intake.ts';
import type { GivenFile } from '../model/givenFile.ts';

/**
 * All files of a drop or a paste, folder trees read whole. Must be called synchronously in the event's handler, because
 * the browser empties the event right after it.
 *
 * The package file-selector would give up on the whole drop when one entry cannot be read (a dangling link, a file removed
 * meanwhile), and leaves out system files without a word, which the page counts.
 */
export async function filesOfEvent(event: DragEvent | ClipboardEvent): Promise<readonly GivenFile[]> {
  const data = 'dataTransfer' in event ? event.dataTransfer : event.clipboardData;
  const items = Array.from(data?.items ?? []).filter(item => item.kind === 'file');
  // Every item is asked before anything is awaited: `readItem` asks in its first, synchronous part.
  return (await Promise.all(items.map(readItem))).flat();
}

async function readItem(item: DataTransferItem): Promise<readonly GivenFile[]> {
  const entry = item.webkitGetAsEntry();
  const file = item.getAsFile();
  const asked = 'getAsFileSystemHandle' in item ? item.getAsFileSystemHandle() : null;
  const handle = await asked?.catch(() => null);
  // A pasted picture has no entry.
  if (entry?.isDirectory !== true) return file === null ? [] : [given(file, file.name, handle)];
  // Handles where there are some: Chromium reads ten thousand entries in one go of five seconds, handles one by one.
  if (!isFolderHandle(handle)) return orNothing(readEntry(entry));
  const files = await filesOfRoot(handle);
  return [...files, ...(await readKeptBack(entry, new Set(files.map(({ path }) => path))))];
}

function given(file: File, path: string, root?: FileSystemHandle | null): GivenFile {
  return { file, path: normalisePath(path) || file.name, ...(root ? { root } : {}) };
}

/**
 * Handles silently leave out what has a name that Windows could not take (`who?.jpg`, `10:30.jpg`, folders too).
 * Entries list everything, and as long as only names are wanted they are quick.
 */
async function readKeptBack(
  entry: FileSystemEntry,
  known: ReadonlySet<string>,
): Promise<readonly GivenFile[]> {
  if (isFile(entry)) return known.has(normalisePath(entry.fullPath)) ? [] : orNothing(readEntry(entry));
  if (!isFolder(entry)) return [];
  const files: (readonly GivenFile[])[] = [];
  await eachOf(entry, async some => {
    for (const child of some) files.push(await readKeptBack(child, known));
  });
  return files.flat();
}

/** All files of what was dropped. */
async function filesOfRoot(root: FileSystemHandle): Promise<readonly GivenFile[]> {
  if (isFolderHandle(root)) return readHandle(root, root.name, root);
  return isFileHandle(root) ? orNothing(root.getFile().then(file => [given(file, file.name, root)])) : [];
}

/**
 * Reads again what was dropped on an earlier visit, as far as the person gives leave. Browsers ask only within a click.
 */
export async function filesOfRoots(roots: readonly FileSystemHandle[]): Promise<readonly GivenFile[]> {
  const files: (readonly GivenFile[])[] = [];
  for (const root of roots) {
    const leave = await root.requestPermission({ mode: 'read' }).catch(() => 'denied' as const);
    if (leave === 'granted') files.push(await filesOfRoot(root));
  }
  return files.flat();
}

/** All files behind handles that the browser gave leave to read, each with the handle that it came with. */
export async function filesOfHandles(handles: readonly FileSystemHandle[]): Promise<readonly GivenFile[]> {
  return (await Promise.all(handles.map(filesOfRoot))).flat();
}

/** What cannot be read is left out, and the rest goes on. */
function orNothing(files: Promise<readonly GivenFile[]>): Promise<readonly GivenFile[]> {
  return files.catch(() => []);
}

async function readHandle(
  folder: FileSystemDirectoryHandle,
  path: string,
  root: FileSystemHandle,
): Promise<readonly GivenFile[]> {
  const files: (readonly GivenFile[])[] = [];
  try {
    for await (const child of folder.values()) {
      const childPath = `${path}/${child.name}`;
      files.push(
        child.kind === 'directory'
          ? await readHandle(child, childPath, root)
          : await orNothing(child.getFile().then(file => [given(file, childPath, root)])),
      );
    }
  } catch {
    // The folder went away while it was read: what was found until then stays.
  }
  return files.flat();
}

async function readEntry(entry: FileSystemEntry): Promise<readonly GivenFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [given(file, entry.fullPath)];
  }
  return isFolder(entry) ? readFolder(entry) : [];
}

async function readFolder(folder: FileSystemDirectoryEntry): Promise<readonly GivenFile[]> {
  const files: (readonly GivenFile[])[] = [];
  await eachOf(folder, async some => {
    files.push(...(await Promise.all(some.map(child => orNothing(readEntry(child))))));
  });
  return files.flat();
}

/** Browsers hand out a hundred entries at a time; an empty answer is the end. */
async function eachOf(
  folder: FileSystemDirectoryEntry,
  take: (some: readonly FileSystemEntry[]) => Promise<void>,
): Promise<void> {
  const reader = folder.createReader();
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    ).catch(() => []);
    if (some.length === 0) return;
    await take(some);
  }
}

function isFolderHandle(handle: FileSystemHandle | null | undefined): handle is FileSystemDirectoryHandle {
  return handle?.kind === 'directory';
}

function isFileHandle(handle: FileSystemHandle): handle is FileSystemFileHandle {
  return handle.kind === 'file';
}

/** Checked by its properties, because browsers without handles have no such class. */
export function isHandle(value: unknown): value is FileSystemHandle {
  return typeof value === 'object' && value !== null && 'kind' in value && 'requestPermission' in value;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
