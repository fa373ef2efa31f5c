import type { Region } from '../engine.ts';
import type { Photo } from './exact.ts';
import { packedLanes, plainLanes } from './lanes.ts';
import { pixelsPerStep, type Steps } from './steps.ts';
import { type Taps, unit } from './taps.ts';

/**
 * Filters a part of the photo, scales it by 255 / peak and rounds half up into `out` (part.width · part.height
 * words), which may be the photo itself where the part is the whole: rows are kept before they are overwritten.
 *
 * The sums are exact whole numbers, worked out in blocks of three by three taps; a filter that is no multiple of three
 * is filled up with zeros. Off by less than a level as long as `255 · taps.error · greatest / peak` stays below 1.
 */
export function* filterSteps(
  photo: Photo,
  taps: Taps,
  part: Region,
  peak: number,
  out: Uint32Array,
): Steps<void> {
  const { words, width, height } = photo;
  const { radius } = taps;
  const side = Math.ceil(taps.size / 3) * 3;
  const weights = nines(taps, side);
  const { pack, unpack, lengths } =
    taps.greatestSum < 2 ** 26 ? packedLanes(part.width) : plainLanes(part.width);
  const kept = Array.from({ length: side }, () => lengths.map(length => new Float64Array(length + side - 1)));
  const line = new Uint32Array(part.width + side - 1);
  const sums = lengths.map(length => new Float64Array(length));
  const scale = Math.fround(255 / (unit * peak));
  const lanesOf = (y: number) => kept[(y + side) % side] as Float64Array[];
  let sinceYield = 0;

  const keep = (y: number) => {
    line.fill(0);
    if (y >= 0 && y < height) copyLine(words, y * width, width, part.x - radius, line);
    pack(line, lanesOf(y));
  };

  for (let ahead = 0; ahead < side - 1; ahead++) keep(part.y - radius + ahead);
  for (let row = 0; row < part.height; row++) {
    const top = part.y + row - radius;
    keep(top + side - 1);
    for (const sum of sums) sum.fill(0);
    for (let m = 0; m < side; m += 3) {
      const upper = lanesOf(top + m);
      const middle = lanesOf(top + m + 1);
      const lower = lanesOf(top + m + 2);
      for (let n = 0; n < side; n += 3) {
        const nine = weights[(m / 3) * (side / 3) + n / 3] as Float64Array;
        for (let lane = 0; lane < sums.length; lane++) {
          addNine(
            upper[lane] as Float64Array,
            middle[lane] as Float64Array,
            lower[lane] as Float64Array,
            n,
            nine,
            sums[lane] as Float64Array,
          );
        }
      }
    }
    unpack(sums, scale, words, (part.y + row) * width + part.x, out, row * part.width);
    sinceYield += part.width * taps.size;
    if (sinceYield >= pixelsPerStep) {
      sinceYield = 0;
      yield;
    }
  }
}

/** The weights in blocks of three by three, blocks and weights in rows. */
function nines({ size, whole }: Taps, side: number): Float64Array[] {
  return Array.from({ length: (side / 3) ** 2 }, (_, block) => {
    const top = Math.floor(block / (side / 3)) * 3;
    const left = (block % (side / 3)) * 3;
    return Float64Array.from({ length: 9 }, (_, i) => {
      const m = top + Math.floor(i / 3);
      const n = left + (i % 3);
      return m < size && n < size ? (whole[m * size + n] as number) : 0;
    });
  });
}

/** Copies the pixels that taps see from column `x` on; those outside the photo stay 0. */
function copyLine(words: Uint32Array, rowStart: number, width: number, x: number, line: Uint32Array): void {
  const from = Math.max(0, x);
  const to = Math.min(width, x + line.length);
  line.set(words.subarray(rowStart + from, rowStart + to), from - x);
}

/** Adds nine taps' answer to the sums. The window's six older values stay in registers from pixel to pixel. */
function addNine(
  upper: Float64Array,
  middle: Float64Array,
  lower: Float64Array,
  from: number,
  nine: Float64Array,
  sums: Float64Array,
): void {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = nine;
  let a0 = upper[from] as number;
  let a1 = upper[from + 1] as number;
  let b0 = middle[from] as number;
  let b1 = middle[from + 1] as number;
  let c0 = lower[from] as number;
  let c1 = lower[from + 1] as number;
  for (let x = 0, at = from + 2; x < sums.length; x++, at++) {
    const a2 = upper[at] as number;
    const b2 = middle[at] as number;
    const c2 = lower[at] as number;
    sums[x] =
      (sums[x] as number) +
      (a * a0 + b * a1 + c * a2 + (d * b0 + e * b1 + f * b2) + (g * c0 + h * c1 + i * c2));
    a0 = a1;
    a1 = a2;
    b0 = b1;
    b1 = b2;
    c0 = c1;
    c1 = c2;
  }
}
