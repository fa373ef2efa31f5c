import { directoryOf } from './folder.ts';
import { randomName } from './randomName.ts';
import { readGrowing } from './readGrowing.ts';
import { writeFully } from './writeFully.ts';

/**
 * The journal of a run: one line of JSON for each photo once its bytes are safe, only ever added to. Each worker
 * writes a file of its own, so that none waits for another. Nothing secret goes in.
 */
export interface Journal<Line> {
  /** Notes a line; it is written at once, after the lines before it. Never rejects. */
  add(line: Line): void;
  /** Resolves when all lines so far are written. Rejects when the last could not be. */
  written(): Promise<void>;
}

const prefix = 'journal-';

/** A file that is not added to for this long is closed, in ms: one that is open cannot be wiped. */
const idle = 250;

/** What a journal needs of its file; the sync access handle of a worker has it. */
export type JournalFile = Pick<FileSystemSyncAccessHandle, 'write' | 'getSize' | 'close'>;

/**
 * A journal in a session's folder; in memory (null) it keeps nothing, as nothing outlives the page. The file stays open
 * while lines come, since opening it costs more than a small photo. Only what `written` has told of is safe: a worker may
 * be ended while its file is being opened.
 *
 * @param open for tests; gives the file, made if it is missing
 */
export function openJournal<Line>(
  folder: string | null,
  open: (folder: string, name: string) => Promise<JournalFile> = openFile,
): Journal<Line> {
  if (folder === null) return { add: () => {}, written: async () => {} };
  const name = `${prefix}${randomName()}.jsonl`;
  let waiting = '';
  let file: JournalFile | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    if (waiting === '') return;
    file ??= await open(folder ?? '', name);
    const bytes = new TextEncoder().encode(waiting);
    // Nothing waits from here on, so that no line comes in between.
    waiting = '';
    writeFully(file, bytes, file.getSize());
    clearTimeout(timer);
    timer = setTimeout(close, idle);
  }

  function close(): void {
    file?.close();
    file = null;
  }

  /** After the lines before it, whether they could be written or not. */
  function writeNext(): Promise<void> {
    writing = writing.then(write, write);
    writing.catch(() => {});
    return writing;
  }

  return {
    add(line) {
      waiting += `${JSON.stringify(line)}\n`;
      void writeNext().catch(() => {});
    },
    written: () => writing,
  };
}

async function openFile(folder: string, name: string): Promise<JournalFile> {
  const handle = await (await directoryOf(folder)).getFileHandle(name, { create: true });
  return handle.createSyncAccessHandle();
}

/** The lines of a journal's text that are whole. The last one may have been cut off by a crash, and is left out. */
export function parseJournal(text: string): readonly unknown[] {
  const lines = text.split('\n');
  // What follows the last line feed was never finished.
  lines.pop();
  return lines.flatMap(line => {
    try {
      const parsed: unknown = JSON.parse(line);
      return [parsed];
    } catch {
      return [];
    }
  });
}

/** All lines of a session's journals, those of one worker in their order. */
export async function readJournals(folder: string): Promise<readonly unknown[]> {
  const directory = await directoryOf(folder);
  const lines: unknown[] = [];
  for await (const [name, handle] of directory.entries()) {
    if (!name.startsWith(prefix) || handle.kind !== 'file') continue;
    const file = await directory.getFileHandle(name);
    lines.push(...parseJournal(await readGrowing(file, whole => whole.text())));
  }
  return lines;
}
