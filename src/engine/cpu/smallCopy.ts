import { type Cuts, cutsOf } from '../../core/picture/cuts.ts';
import type { Photo } from './exact.ts';
import { Pace, type Steps } from './steps.ts';

/** The veil's small copy of a photo: the area average of it (docs/method.md). */
export interface SmallCopy {
  readonly columns: number;
  readonly rows: number;
  /**
   * R, G, B of each cell, 0 to 255, unrounded, in rows. Each row begins and ends with `margin` repetitions of its
   * outermost cell, so that taps need not look where the edge is.
   */
  readonly values: Float32Array;
  /** Numbers a row: (columns + 2 · margin) · 3. */
  readonly stride: number;
}

/** Cells that each row of a small copy repeats at both ends: how far the veil's taps reach. */
export const margin = 2;

/** Columns and rows of the small copy of a photo; all in pixels, all at least 1. */
export function smallCopySize(
  width: number,
  height: number,
  veilSize: number,
): { readonly columns: number; readonly rows: number } {
  const short = Math.min(width, height);
  const n = Math.min(short, veilSize);
  return {
    columns: Math.max(1, Math.floor((width * n) / short + 0.5)),
    rows: Math.max(1, Math.floor((height * n) / short + 0.5)),
  };
}

/**
 * Averages the photo, one row of cells after another.
 *
 * Whole pixels are summed as integers: every pixel counts for the cell that it begins in. What a cut pixel gives to
 * the cell before is then moved over by its share, once a row of cells instead of once a pixel row, which is exact
 * because averaging is linear. The same goes for the cut rows.
 */
export function* plainSmallCopy(
  { words, width, height }: Photo,
  { columns, rows }: { readonly columns: number; readonly rows: number },
): Steps<SmallCopy> {
  const across = cutsOf(width, columns);
  const down = cutsOf(height, rows);
  const stride = (columns + 2 * margin) * 3;
  const values = new Float32Array(stride * rows);
  const sums = new CellSums(columns);
  let cutAbove = new Float64Array(columns * 3);
  let cutBelow = new Float64Array(columns * 3);
  const band = new Float64Array(columns * 3);
  const perPixel = (columns / width) * (rows / height);
  const pace = new Pace();

  for (let row = 0; row < rows; row++) {
    const first = down.start[row] as number;
    const end = down.start[row + 1] as number;
    for (let y = first; y < end; y++) sums.add(words, y * width, across);
    sums.take(across, band);

    const shareAbove = down.share[row] as number;
    const shareBelow = down.share[row + 1] as number;
    if (shareBelow > 0) {
      sums.add(words, end * width, across);
      sums.take(across, cutBelow);
    }
    const offset = row * stride + margin * 3;
    for (let i = 0; i < columns * 3; i++) {
      const moved = shareBelow * (cutBelow[i] as number) - shareAbove * (cutAbove[i] as number);
      values[offset + i] = ((band[i] as number) + moved) * perPixel;
    }
    repeatEnds(values, row * stride, columns);
    [cutAbove, cutBelow] = [cutBelow, cutAbove];

    if (pace.due((end - first) * width)) yield;
  }
  return { columns, rows, values, stride };
}

/** Sums over some pixel rows, for each column of cells. All are whole numbers far below 2^53. */
class CellSums {
  readonly #columns: number;
  /** R, G, B of the pixels that begin in each cell. */
  readonly #whole: Float64Array;
  /** R, G, B of the first pixel of each cell, of which a share belongs to the cell before. */
  readonly #cut: Float64Array;

  constructor(columns: number) {
    this.#columns = columns;
    this.#whole = new Float64Array(columns * 3);
    this.#cut = new Float64Array((columns + 1) * 3);
  }

  add(words: Uint32Array, rowStart: number, across: Cuts): void {
    addRow(words, rowStart, across.start, this.#columns, this.#whole, this.#cut);
  }

  /** The sums with the cut pixels shared out, into `result`; starts anew. */
  take(across: Cuts, result: Float64Array): void {
    const whole = this.#whole;
    const cut = this.#cut;
    for (let cell = 0; cell < this.#columns; cell++) {
      const before = across.share[cell] as number;
      const after = across.share[cell + 1] as number;
      for (let i = cell * 3; i < cell * 3 + 3; i++) {
        result[i] = (whole[i] as number) - before * (cut[i] as number) + after * (cut[i + 3] as number);
      }
    }
    whole.fill(0);
    cut.fill(0);
  }
}

/** Pixels whose bytes can be summed in 16 bits. */
const longestRun = 257;

/**
 * Adds one pixel row to the sums. Red and blue are summed side by side in one integer; green is what is left of the
 * sum of whole words once they are taken off, so a pixel costs two additions.
 */
function addRow(
  words: Uint32Array,
  rowStart: number,
  start: Int32Array,
  columns: number,
  whole: Float64Array,
  cut: Float64Array,
): void {
  let x = rowStart;
  for (let cell = 0; cell < columns; cell++) {
    const at = cell * 3;
    const first = words[x] as number;
    cut[at] = (cut[at] as number) + (first & 0xff);
    cut[at + 1] = (cut[at + 1] as number) + ((first >>> 8) & 0xff);
    cut[at + 2] = (cut[at + 2] as number) + ((first >>> 16) & 0xff);
    const end = rowStart + (start[cell + 1] as number);
    while (x < end) {
      const stop = Math.min(end, x + longestRun);
      let all = 0;
      let redBlue = 0;
      for (; x < stop; x++) {
        const word = words[x] as number;
        all = (all + word) | 0;
        redBlue = (redBlue + (word & 0xff00ff)) | 0;
      }
      whole[at] = (whole[at] as number) + (redBlue & 0xffff);
      whole[at + 1] = (whole[at + 1] as number) + (((all - redBlue) >>> 8) & 0xffff);
      whole[at + 2] = (whole[at + 2] as number) + (redBlue >>> 16);
    }
  }
}

/** Fills the margins of a row of the small copy that begins at `rowStart`. */
export function repeatEnds(values: Float32Array, rowStart: number, columns: number): void {
  const first = rowStart + margin * 3;
  const last = first + (columns - 1) * 3;
  for (let cell = 1; cell <= margin; cell++) {
    values.copyWithin(first - cell * 3, first, first + 3);
    values.copyWithin(last + cell * 3, last, last + 3);
  }
}
