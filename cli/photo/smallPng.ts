import { deflateSync, inflateSync } from 'node:zlib';
import { characters, uint32 } from '../../src/codec/bytes.ts';
import { isPlainPng } from '../../src/codec/png/plainPng.ts';
import { isSmall, pngOfRows, pngRows, predicted } from '../../src/codec/png/smallPng.ts';
import type { Pixels } from '../../src/engine/engine.ts';
import { isOpaque } from './opaque.ts';

/**
 * A short way for the pictures of data sets, 32 × 32 say: a call of a whole image library costs more than the picture.
 * Gives what the library gives, level for level.
 */

/** The pixels of a small PNG of 8 bits without a profile; null for all others, and for damaged ones. */
export function decodeSmallPng(
  bytes: Uint8Array<ArrayBuffer>,
): { readonly pixels: Pixels; readonly opaque: boolean } | null {
  if (!isPlainPng(bytes)) return null;
  const [width, height] = [uint32(bytes, 16), uint32(bytes, 20)];
  if (!isSmall({ width, height })) return null;
  const colours = bytes[25] ?? 0;
  const channels = { 0: 1, 2: 3, 3: 1, 6: 4 }[colours] ?? 1;
  const { data, palette } = chunksOf(bytes);
  const stride = width * channels;
  const rows = inflated(data, (stride + 1) * height);
  if (rows === null) return null;
  const put = colours === 3 ? ofPalette(palette) : putBy[channels];
  if (put === undefined) return null;
  const out = new Uint8ClampedArray(width * height * 4);
  // A row and the one above it, each behind a pixel of nothing, so that no byte lacks a neighbour.
  let above = new Uint8Array(channels + stride);
  let row = new Uint8Array(channels + stride);
  for (let y = 0; y < height; y++) {
    if (!unfilter(rows.subarray(y * (stride + 1), (y + 1) * (stride + 1)), row, above, channels)) return null;
    if (!put(row.subarray(channels), out.subarray(y * width * 4, (y + 1) * width * 4))) return null;
    [above, row] = [row, above];
  }
  return { pixels: { width, height, data: out }, opaque: channels < 4 || isOpaque(out) };
}

/** The file of a small picture, every level kept; null for one that is not small. */
export function encodeSmallPng(pixels: Pixels, opaque: boolean): Uint8Array<ArrayBuffer> | null {
  if (!isSmall(pixels)) return null;
  const rows = pngRows(pixels, opaque);
  // In one piece, as a rule.
  return pngOfRows(pixels, opaque, deflateSync(rows, { chunkSize: rows.length + 64 }));
}

function chunksOf(bytes: Uint8Array) {
  const parts: Uint8Array[] = [];
  let palette: Uint8Array = new Uint8Array();
  for (let at = 33; at + 12 <= bytes.length; at += uint32(bytes, at) + 12) {
    const name = characters(bytes, at + 4, 4);
    const content = bytes.subarray(at + 8, at + 8 + uint32(bytes, at));
    if (name === 'IDAT') parts.push(content);
    else if (name === 'PLTE') palette = content;
  }
  return { data: parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts), palette };
}

function inflated(data: Uint8Array, length: number): Uint8Array | null {
  try {
    const rows = inflateSync(data, { maxOutputLength: length + 1, chunkSize: Math.max(64, length + 1) });
    return rows.length === length ? rows : null;
  } catch {
    return null;
  }
}

/** Takes the differences of a row back, from its filter on (PNG, third edition, 9); false for a filter that there is not. */
function unfilter(filtered: Uint8Array, row: Uint8Array, above: Uint8Array, channels: number): boolean {
  const kind = filtered[0] as number;
  for (let corner = 0, at = channels; at < row.length; corner++, at++) {
    const guess = predicted(kind, row[corner] as number, above[at] as number, above[corner] as number);
    row[at] = (filtered[corner + 1] as number) + guess;
  }
  return kind <= 4;
}

/** Writes a row as RGBA; false where that cannot be. */
type PutRow = (row: Uint8Array, rgba: Uint8ClampedArray) => boolean;

/** By channels: grey, RGB, RGBA. */
const putBy: Readonly<Record<number, PutRow>> = {
  1: (row, rgba) => {
    for (let x = 0, to = 0; x < row.length; x++, to += 4) {
      rgba.fill(row[x] as number, to, to + 3);
      rgba[to + 3] = 255;
    }
    return true;
  },
  3: (row, rgba) => {
    for (let from = 0, to = 0; from < row.length; from += 3, to += 4) {
      rgba[to] = row[from] as number;
      rgba[to + 1] = row[from + 1] as number;
      rgba[to + 2] = row[from + 2] as number;
      rgba[to + 3] = 255;
    }
    return true;
  },
  4: (row, rgba) => {
    rgba.set(row);
    return true;
  },
};

function ofPalette(palette: Uint8Array): PutRow {
  return (row, rgba) => {
    for (let x = 0, to = 0; x < row.length; x++, to += 4) {
      const from = (row[x] as number) * 3;
      if (from + 3 > palette.length) return false;
      rgba.set(palette.subarray(from, from + 3), to);
      rgba[to + 3] = 255;
    }
    return true;
  };
}
