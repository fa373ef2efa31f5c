import { deflateSync, inflateSync } from 'node:zlib';
import { characters, uint32 } from '../../src/codec/bytes.ts';
import { isPlainPng } from '../../src/codec/png/plainPng.ts';
import { isSmall, pngOfRows, pngRows, predicted } from '../../src/codec/png/smallPng.ts';
import type { Pixels } from '../../src/engine/engine.ts';

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
  if (rows === null || !unfilter(rows, stride, height, channels)) return null;
  const out = new Uint8ClampedArray(width * height * 4);
  let opaque = true;
  for (let y = 0, to = 0; y < height; y++) {
    for (let at = y * (stride + 1) + 1, end = at + stride; at < end; at += channels, to += 4) {
      const first = rows[at] ?? 0;
      const colour =
        colours === 3 ? palette.subarray(first * 3, first * 3 + 3) : rows.subarray(at, at + channels);
      if (colours === 3 && colour.length < 3) return null;
      out[to] = colour[0] ?? 0;
      out[to + 1] = (channels === 1 && colours === 0 ? first : colour[1]) ?? 0;
      out[to + 2] = (channels === 1 && colours === 0 ? first : colour[2]) ?? 0;
      const alpha = channels === 4 ? (colour[3] ?? 0) : 255;
      out[to + 3] = alpha;
      opaque &&= alpha === 255;
    }
  }
  return { pixels: { width, height, data: out }, opaque };
}

/** The file of a small picture, every level kept; null for one that is not small. */
export function encodeSmallPng(pixels: Pixels, opaque: boolean): Uint8Array<ArrayBuffer> | null {
  if (!isSmall(pixels)) return null;
  return pngOfRows(pixels, opaque, deflateSync(pngRows(pixels, opaque)));
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
    const rows = inflateSync(data, { maxOutputLength: length + 1 });
    return rows.length === length ? rows : null;
  } catch {
    return null;
  }
}

/** Takes the differences of each row back, in place (PNG, third edition, 9); false for a kind that there is not. */
function unfilter(rows: Uint8Array, stride: number, height: number, channels: number): boolean {
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1);
    const kind = rows[start] ?? 0;
    if (kind > 4) return false;
    if (kind === 0) continue;
    for (let x = 0; x < stride; x++) {
      const at = start + 1 + x;
      const left = x >= channels ? (rows[at - channels] ?? 0) : 0;
      const up = y > 0 ? (rows[at - stride - 1] ?? 0) : 0;
      const corner = y > 0 && x >= channels ? (rows[at - stride - 1 - channels] ?? 0) : 0;
      rows[at] = (rows[at] ?? 0) + predicted(kind, left, up, corner);
    }
  }
  return true;
}
