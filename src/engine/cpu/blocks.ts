import type { Photo } from './exact.ts';
import { pixelsPerStep, type Steps } from './steps.ts';

/** Pixels a side of a block; more than any filter reaches, so that a block's neighbours hold all its taps. */
export const blockSide = 16;

/** The greatest value of each channel in each block of a photo. Blocks lie on a fixed grid from the top left. */
export interface BlockMaxima {
  readonly columns: number;
  readonly rows: number;
  /**
   * One table a channel, with a border of zeros one block wide (what lies outside the photo counts as 0): block
   * (i, j) is at (j + 1) · (columns + 2) + i + 1.
   */
  readonly channels: readonly [Uint8Array, Uint8Array, Uint8Array];
  /** The greatest value of the photo. */
  readonly greatest: number;
}

/** Reads the whole photo once. */
export function* blockMaximaSteps({ words, width, height }: Photo): Steps<BlockMaxima> {
  const columns = Math.ceil(width / blockSide);
  const rows = Math.ceil(height / blockSide);
  const stride = columns + 2;
  const cells = stride * (rows + 2);
  const channels: BlockMaxima['channels'] = [
    new Uint8Array(cells),
    new Uint8Array(cells),
    new Uint8Array(cells),
  ];
  const rowsPerStep = Math.max(1, Math.floor(pixelsPerStep / width));
  for (let y = 0; y < height; y++) {
    addRow(words, y * width, width, (Math.floor(y / blockSide) + 1) * stride + 1, channels);
    if (y % rowsPerStep === rowsPerStep - 1) yield;
  }
  let greatest = 0;
  for (const channel of channels) for (const value of channel) greatest = Math.max(greatest, value);
  return { columns, rows, channels, greatest };
}

function addRow(
  words: Uint32Array,
  rowStart: number,
  width: number,
  block: number,
  [reds, greens, blues]: BlockMaxima['channels'],
): void {
  for (let x = 0, at = block; x < width; at++) {
    let red = reds[at] as number;
    let green = greens[at] as number;
    let blue = blues[at] as number;
    const end = Math.min(width, x + blockSide);
    for (; x < end; x++) {
      const word = words[rowStart + x] as number;
      red = Math.max(red, word & 0xff);
      green = Math.max(green, (word >>> 8) & 0xff);
      blue = Math.max(blue, (word >>> 16) & 0xff);
    }
    reds[at] = red;
    greens[at] = green;
    blues[at] = blue;
  }
}
