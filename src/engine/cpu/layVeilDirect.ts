import type { VeilTask } from './layVeil.ts';
import { pixelsPerStep, type Steps } from './steps.ts';

/** How far the veil's taps reach. */
const reach = 2;

/** Weights are fixed-point integers with 22 bits after the point; nine of them times 255 stay below 2^31. */
const bits = 22;
const half = 2 ** (bits - 1);

/**
 * The veil of a photo that is no larger than the veil size: the small copy is the photo itself, so that all nine taps
 * are applied to its pixels, two apart, edges repeated. Works in place: rows are kept before they are overwritten.
 */
export function* layVeilDirectSteps(task: VeilTask, weights: readonly number[]): Steps<void> {
  const { words, width, height, part, out } = task;
  const taps = Int32Array.from(weights, weight => Math.round(weight * 2 ** bits));
  const kept = Array.from({ length: 2 * reach + 1 }, () => new Uint32Array(part.width + 2 * reach));
  const slot = (y: number) => kept[y % kept.length] as Uint32Array;
  let next = Math.max(0, part.y - reach);
  let sinceYield = 0;

  for (let row = 0; row < part.height; row++) {
    const y = part.y + row;
    const below = Math.min(height - 1, y + reach);
    for (; next <= below; next++) keepRow(words, next * width, width, part.x, slot(next));
    layRow(slot(Math.max(0, y - reach)), slot(y), slot(below), taps, out, row * part.width, part.width);
    sinceYield += part.width;
    if (sinceYield >= pixelsPerStep) {
      sinceYield = 0;
      yield;
    }
  }
}

/** Copies the pixels of a row that the part's taps see; edges are repeated. */
function keepRow(words: Uint32Array, rowStart: number, width: number, x: number, kept: Uint32Array): void {
  for (let i = 0; i < kept.length; i++) {
    const column = Math.min(width - 1, Math.max(0, x + i - reach));
    kept[i] = words[rowStart + column] as number;
  }
}

function layRow(
  upper: Uint32Array,
  middle: Uint32Array,
  lower: Uint32Array,
  taps: Int32Array,
  out: Uint32Array,
  to: number,
  length: number,
): void {
  const rows = [upper, middle, lower];
  const red = new Int32Array(length).fill(half);
  const green = new Int32Array(length).fill(half);
  const blue = new Int32Array(length).fill(half);
  for (let tap = 0; tap < 9; tap++) {
    const row = rows[Math.floor(tap / 3)] as Uint32Array;
    const shift = (tap % 3) * reach;
    const weight = taps[tap] as number;
    for (let x = 0; x < length; x++) {
      const word = row[x + shift] as number;
      red[x] = (red[x] as number) + Math.imul(word & 0xff, weight);
      green[x] = (green[x] as number) + Math.imul((word >>> 8) & 0xff, weight);
      blue[x] = (blue[x] as number) + Math.imul((word >>> 16) & 0xff, weight);
    }
  }
  for (let x = 0; x < length; x++) {
    out[to + x] =
      ((middle[x + reach] as number) & 0xff000000) |
      (((blue[x] as number) >>> bits) << 16) |
      (((green[x] as number) >>> bits) << 8) |
      ((red[x] as number) >>> bits);
  }
}
