import { directoryOf } from './folder.ts';
import { randomName } from './randomName.ts';

/**
 * The journal of a run: one line of JSON for each photo once its bytes are safe, only ever added to. Each worker
 * writes a file of its own, so that none waits for another. Nothing secret goes in.
 */
export interface Journal<Line> {
  /** Notes a line; it is written within a moment, after the lines before it. Never rejects. */
  add(line: Line): void;
  /** Resolves when all lines so far are written. Rejects when one could not be. */
  written(): Promise<void>;
}

const prefix = 'journal-';

/** Lines wait this long, in ms, for others to be written with: opening the file costs more than a small photo. */
const gathering = 250;

/** A journal in a session's folder; in memory (null) it keeps nothing, as nothing outlives the page. */
export function openJournal<Line>(folder: string | null): Journal<Line> {
  if (folder === null) return { add: () => {}, written: async () => {} };
  const name = `${prefix}${randomName()}.jsonl`;
  let waiting: Line[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  let writing: Promise<void> = Promise.resolve();

  function write(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const lines = waiting;
    waiting = [];
    if (lines.length > 0) {
      const text = lines.map(line => `${JSON.stringify(line)}\n`).join('');
      writing = writing.then(() => append(folder ?? '', name, text));
      writing.catch(() => {});
    }
    return writing;
  }

  return {
    add(line) {
      waiting.push(line);
      timer ??= setTimeout(write, gathering);
    },
    written: write,
  };
}

async function append(folder: string, name: string, text: string): Promise<void> {
  const file = await (await directoryOf(folder)).getFileHandle(name, { create: true });
  const access = await file.createSyncAccessHandle();
  try {
    access.write(new TextEncoder().encode(text), { at: access.getSize() });
    access.flush();
  } finally {
    access.close();
  }
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
    lines.push(...parseJournal(await (await file.getFile()).text()));
  }
  return lines;
}
