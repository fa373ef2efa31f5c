import { isDeepStrictEqual } from 'node:util';
import type { PartBasis, PartHead } from '../parts/part.ts';
import { readLine } from '../parts/part.ts';
import { wholeLines } from '../parts/readLines.ts';
import { exists } from '../terminal/files.ts';
import { refuse } from '../terminal/refusal.ts';

/** What parts have in common that may be merged. */
interface Agreement {
  readonly basis: PartBasis;
  readonly failed: number;
}

interface Part {
  readonly path: string;
  readonly head: PartHead;
  readonly failed: number;
}

/** Whether these are all parts of one set, each of them finished. @throws Refusal that says what is missing or differs */
export async function agreement(paths: readonly string[]): Promise<Agreement> {
  const parts: Part[] = [];
  for (const path of paths) parts.push(await readPart(path));
  const [first] = parts;
  if (first === undefined) refuse('Which parts?');
  for (const part of parts) {
    const other = difference(first.head, part.head);
    if (other !== null) refuse(`${part.path} and ${first.path} do not belong together: ${other}.`);
  }
  const { of } = first.head.shard;
  const there = new Map<number, string>();
  for (const { path, head } of parts) {
    const twin = there.get(head.shard.index);
    if (twin !== undefined) refuse(`${twin} and ${path} are the same share.`);
    there.set(head.shard.index, path);
  }
  const missing = Array.from({ length: of }, (_, at) => at + 1).filter(index => !there.has(index));
  if (missing.length > 0) refuse(`Missing: ${missing.map(index => `share ${index} of ${of}`).join(', ')}.`);
  const { dataset, keyCheck, commitment, settings, labels } = first.head;
  const failed = parts.reduce((sum, part) => sum + part.failed, 0);
  return { basis: { dataset, keyCheck, commitment, settings, labels }, failed };
}

/** In words, what two parts differ in; null where they agree. */
function difference(a: PartHead, b: PartHead): string | null {
  if (a.dataset !== b.dataset) return 'they are of different sets';
  if (a.keyCheck !== b.keyCheck) return 'they were made with different keys';
  if (!isDeepStrictEqual(a.settings, b.settings)) return 'they were made with different settings';
  if (!isDeepStrictEqual(a.output, b.output)) return 'they were made with different formats';
  if (!isDeepStrictEqual(a.labels, b.labels)) return 'they were made with different orders of labels';
  if (a.commitment !== b.commitment) return 'their filters differ';
  return a.shard.of === b.shard.of ? null : 'the set was cut into different numbers of shares';
}

async function readPart(path: string): Promise<Part> {
  if (!exists(path)) refuse(`There is no ${path}.`);
  let head: PartHead | null = null;
  let failed: number | null = null;
  for await (const text of wholeLines(path)) {
    const read = readLine(text);
    if (read.kind === 'newer') refuse(`${path} is of a newer Keyveil.`);
    failed = null;
    if (read.kind !== 'line') continue;
    if (read.line.kind === 'head') head = read.line;
    if (read.line.kind === 'end') failed = read.line.failed;
  }
  if (head === null) refuse(`${path} is no receipt part.`);
  if (failed === null)
    refuse(`${path} has not come to its end: run share ${head.shard.index} of ${head.shard.of} again.`);
  return { path, head, failed };
}
