import type { Pixels } from '../../engine/engine.ts';
import type { Orientation } from '../describe/description.ts';

/** Pixels of a side of the corner that is looked at: less than the smallest unit, which chroma of its neighbours tints. */
const side = 4;

/** Where the last pixel of the stored picture comes to lie once it stands upright: right or left, bottom or top. */
const lastCorner: Readonly<Record<Orientation, readonly [right: boolean, bottom: boolean]>> = {
  1: [true, true],
  2: [false, true],
  3: [false, false],
  4: [true, false],
  5: [true, true],
  6: [false, true],
  7: [false, false],
  8: [true, false],
};

/**
 * Whether the end of a decoded JPEG is of one colour, as it is where decoders had nothing left to decode; and now and then
 * otherwise: then it is worth counting.
 *
 * @param pixels upright
 */
export function hasFlatEnd({ width, height, data }: Pixels, orientation: Orientation): boolean {
  const [right, bottom] = lastCorner[orientation];
  // Only as much as the last block of 8 stored pixels has of the picture.
  const [w, h] = [Math.min(side, lastBlock(width)), Math.min(side, lastBlock(height))];
  const left = right ? width - w : 0;
  const top = bottom ? height - h : 0;
  const at = (x: number, y: number) => ((top + y) * width + left + x) * 4;
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      for (let c = 0; c < 3; c++) if (data[at(x, y) + c] !== data[at(0, 0) + c]) return false;
    }
  }
  return true;
}

function lastBlock(length: number): number {
  return ((length - 1) % 8) + 1;
}
