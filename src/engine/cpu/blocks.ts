import type { Region } from '../engine.ts';
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

/** Maxima of 0, to be filled. */
export function emptyBlockMaxima(width: number, height: number): BlockMaxima {
  const columns = Math.ceil(width / blockSide);
  const rows = Math.ceil(height / blockSide);
  const table = () => new Uint8Array((columns + 2) * (rows + 2));
  return { columns, rows, channels: [table(), table(), table()], greatest: 0 };
}

/** `Kernels.blockMaxima`. */
export function* plainBlockMaxima({ words, width, height }: Photo): Steps<BlockMaxima> {
  const maxima = emptyBlockMaxima(width, height);
  const rowsPerStep = Math.max(1, Math.floor(pixelsPerStep / width));
  for (let y = 0; y < height; y++) {
    const block = (Math.floor(y / blockSide) + 1) * (maxima.columns + 2) + 1;
    addRow(words, y * width, width, block, maxima.channels);
    if (y % rowsPerStep === rowsPerStep - 1) yield;
  }
  let greatest = 0;
  for (const channel of maxima.channels) for (const value of channel) greatest = Math.max(greatest, value);
  return { ...maxima, greatest };
}

/** Where the blocks that a part touches lie on the photo's grid. */
export interface BlockGrid {
  readonly column: number;
  readonly row: number;
  readonly columns: number;
  readonly rows: number;
}

/** The greatest filtered values, as sums of whole weights, of the blocks that a part touches. */
export interface BlockSums extends BlockGrid {
  /** Three numbers a block, for R, G and B, in rows. */
  readonly values: Uint32Array;
}

/** The blocks that a part of a photo touches. */
export function blockGrid(part: Region): BlockGrid {
  const column = Math.floor(part.x / blockSide);
  const row = Math.floor(part.y / blockSide);
  return {
    column,
    row,
    columns: Math.ceil((part.x + part.width) / blockSide) - column,
    rows: Math.ceil((part.y + part.height) / blockSide) - row,
  };
}

/** Sums of 0, to be filled, and the part widened to the left so that it begins with a block. */
export function emptyBlockSums(part: Region): { readonly sums: BlockSums; readonly aligned: Region } {
  const grid = blockGrid(part);
  const x = grid.column * blockSide;
  return {
    sums: { ...grid, values: new Uint32Array(grid.rows * grid.columns * 3) },
    aligned: { ...part, x, width: part.x + part.width - x },
  };
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
