import type { Taps } from './taps.ts';

/** A photo to be filtered: words as in `words.ts`, in rows. */
export interface Photo {
  readonly words: Uint32Array;
  readonly width: number;
  readonly height: number;
}

/**
 * The filtered value of one pixel and channel (0, 1, 2 for R, G, B) in float64, unrounded, zeros outside. Always
 * added up in rows, so that everyone who asks gets the same bits.
 */
export function exactValue(photo: Photo, taps: Taps, x: number, y: number, channel: number): number {
  const { words, width, height } = photo;
  const { size, radius, exact } = taps;
  const shift = channel * 8;
  const firstRow = Math.max(0, radius - y);
  const endRow = Math.min(size, height - y + radius);
  const firstColumn = Math.max(0, radius - x);
  const endColumn = Math.min(size, width - x + radius);
  let total = 0;
  for (let m = firstRow; m < endRow; m++) {
    const from = (y + m - radius) * width + x - radius;
    for (let n = firstColumn; n < endColumn; n++) {
      total += (exact[m * size + n] as number) * (((words[from + n] as number) >>> shift) & 0xff);
    }
  }
  return total;
}
