import { joinedBytes } from '../../core/joinedBytes.ts';
import { uint32 } from '../bytes.ts';
import { chunk } from '../metadata/pngChunks.ts';
import { refusedAsCutOff } from '../photoError.ts';
import { type PngChunk, pngChunks } from './chunks.ts';
import { inflateTo } from './inflate.ts';

/**
 * A PNG as every browser decodes it: as it is, or with the end chunk that it lacks. Some browsers read it without, some not.
 * Only such files are unpacked to see whether all rows are there; browsers refuse those that end too early otherwise.
 *
 * @throws PhotoError `cut-off`
 */
export async function soundPng(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (hasEnd(bytes)) return bytes;
  const share = await shareOfPng(bytes);
  if (share < 1) throw refusedAsCutOff(share);
  const chunks = [...chunksOfPng(bytes)].map(one => completed(bytes, one));
  return joinedBytes([bytes.subarray(0, 8), ...chunks, chunk('IEND', new Uint8Array())]);
}

function hasEnd(bytes: Uint8Array): boolean {
  for (const { name } of chunksOfPng(bytes)) if (name === 'IEND') return true;
  return false;
}

/** How much of the rows that its header promises is there, from 0 to 1; 1 also where it is damaged otherwise. */
export async function shareOfPng(bytes: Uint8Array<ArrayBuffer>): Promise<number> {
  const data: Uint8Array[] = [];
  for (const { name, from, to } of chunksOfPng(bytes))
    if (name === 'IDAT') data.push(bytes.subarray(from, to));
  const packed = joinedBytes(data);
  const needed = unpackedBytes(bytes);
  let there = 0;
  const how = await inflateTo(packed, piece => {
    there += piece.length;
    return there < needed;
  });
  return how === 'broken' || there >= needed ? 1 : there / needed;
}

const letters = /^[A-Za-z]{4}$/;

/** Up to where something else begins: a film behind it, or nothing. */
function* chunksOfPng(bytes: Uint8Array): Generator<PngChunk> {
  for (const one of pngChunks(bytes)) {
    if (!letters.test(one.name)) return;
    yield one;
  }
}

/** A chunk with its checksum, anew where the file ends within it. */
function completed(bytes: Uint8Array, { name, from, to }: PngChunk): Uint8Array {
  return to + 4 <= bytes.length ? bytes.subarray(from - 8, to + 4) : chunk(name, bytes.slice(from, to));
}

/** Starts and steps of the seven passes of an interlaced PNG (third edition, 8.1). */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;
const channelsOf: ReadonlyMap<number, number> = new Map([
  [0, 1],
  [2, 3],
  [3, 1],
  [4, 2],
  [6, 4],
]);

/** Of all rows together, each with the byte that names its filter. */
function unpackedBytes(bytes: Uint8Array): number {
  const [width, height] = [uint32(bytes, 16), uint32(bytes, 20)];
  const bits = (bytes[24] ?? 8) * (channelsOf.get(bytes[25] ?? 2) ?? 3);
  const rows = (across: number, down: number) =>
    across > 0 ? down * (1 + Math.ceil((across * bits) / 8)) : 0;
  if (bytes[28] !== 1) return rows(width, height);
  return passes.reduce(
    (sum, [x, y, stepX, stepY]) =>
      sum + rows(Math.ceil(Math.max(0, width - x) / stepX), Math.ceil(Math.max(0, height - y) / stepY)),
    0,
  );
}
