import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LineWriter } from './lineWriter.ts';
import { wholeLines } from './readLines.ts';

/** A line with the key that it is sorted by. */
export interface KeyedLine {
  readonly key: string;
  readonly text: string;
}

/** So many characters are sorted at a time. */
const usuallyAtOnce = 16 * 1024 * 1024;

/**
 * Sorts any number of lines by their keys, in JavaScript's order of strings, and keeps the last of those that share one. Holds
 * but a few megabytes of them in memory: the rest waits in files in `folder`, which is gone afterwards.
 */
export async function* sortedLines(
  lines: AsyncIterable<KeyedLine>,
  folder: string,
  atOnce: number = usuallyAtOnce,
): AsyncGenerator<KeyedLine> {
  const runs: string[] = [];
  let held: KeyedLine[] = [];
  let size = 0;
  try {
    for await (const line of lines) {
      held.push(line);
      size += line.text.length;
      if (size < atOnce) continue;
      runs.push(await writeRun(sortedOnce(held), folder, runs.length));
      held = [];
      size = 0;
    }
    const last = sortedOnce(held);
    held = [];
    if (runs.length === 0) yield* last;
    else yield* merged([...runs.map(readRun), inMemory(last)]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** By key; of equal ones the last. */
function sortedOnce(lines: readonly KeyedLine[]): readonly KeyedLine[] {
  const latest = new Map(lines.map(line => [line.key, line]));
  return [...latest.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

async function writeRun(lines: readonly KeyedLine[], folder: string, number: number): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${number}`);
  const writer = new LineWriter(path, 'w');
  for (const { key, text } of lines) writer.write(`${JSON.stringify(key)}\t${text}\n`);
  writer.close();
  return path;
}

async function* readRun(path: string): AsyncGenerator<KeyedLine> {
  for await (const line of wholeLines(path)) {
    const tab = line.indexOf('\t');
    yield { key: JSON.parse(line.slice(0, tab)), text: line.slice(tab + 1) };
  }
}

async function* inMemory(lines: readonly KeyedLine[]): AsyncGenerator<KeyedLine> {
  yield* lines;
}

/** Sorted streams as one; of equal keys that of the last stream. @param twice told of keys that several streams have */
export async function* merged(
  streams: readonly AsyncGenerator<KeyedLine>[],
  twice: (key: string) => void = () => {},
): AsyncGenerator<KeyedLine> {
  const heads = await Promise.all(streams.map(async stream => (await stream.next()).value ?? null));
  for (;;) {
    let first: KeyedLine | null = null;
    // A later stream takes the place of an earlier one with the same key.
    for (const head of heads) if (head !== null && (first === null || head.key <= first.key)) first = head;
    if (first === null) return;
    const { key } = first;
    yield first;
    let having = 0;
    for (const [at, head] of heads.entries()) {
      if (head?.key !== key) continue;
      having += 1;
      heads[at] = (await streams[at]?.next())?.value ?? null;
    }
    if (having > 1) twice(key);
  }
}
