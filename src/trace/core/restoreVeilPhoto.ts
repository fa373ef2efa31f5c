import type { Picture } from '../../core/picture/resize.ts';
import { eachShare, mapRow, transposedAxis } from './restoreAxis.ts';
import { type VeilShape, veilCells } from './restoreVeil.ts';

/** Whole photos with a veil on them: RGBA bytes in, RGBA bytes out, in two passes. */

const channels = [0, 1, 2] as const;

/**
 * Takes the veil off, in place; alpha stays. Values are rounded half up and cut to 0…255.
 *
 * @param shape made for the picture's size
 * @param variance of what rounding and encoding did to each value, levels²
 * @param onProgress told fractions from 0 to 1
 */
export function liftVeil(
  picture: Picture,
  shape: VeilShape,
  variance: number,
  onProgress: (done: number) => void = () => {},
): void {
  const small = smallCopies(picture, shape);
  onProgress(0.3);
  const veils = small.map((plane, i) => {
    const cells = veilCells(shape, plane, variance);
    onProgress(0.3 + (0.3 * (i + 1)) / small.length);
    return cells;
  });
  takeOff(picture, shape, veils);
  onProgress(1);
}

/** D on each colour: columns · rows numbers, unrounded. */
function smallCopies({ width, height, data }: Picture, shape: VeilShape): readonly Float64Array[] {
  const { columns, rows, average } = shape;
  const copies = channels.map(() => new Float64Array(columns * rows));
  const rowsOf = transposedAxis(average.down);
  const pixels = new Float64Array(width);
  const cells = new Float64Array(columns);
  for (let y = 0; y < height; y++) {
    for (const channel of channels) {
      const from = y * width * 4 + channel;
      for (let x = 0; x < width; x++) pixels[x] = data[from + x * 4] as number;
      mapRow(average.across, pixels, 0, cells, 0);
      const copy = copies[channel] as Float64Array;
      eachShare(rowsOf, y, (row, share) => addRow(copy, row * columns, share, cells));
    }
  }
  return copies;
}

/** x = (b − U·v) / c. */
function takeOff({ width, height, data }: Picture, shape: VeilShape, veils: readonly Float64Array[]): void {
  const { columns, enlarge, weights } = shape;
  const scale = 1 / (weights[4] as number);
  const cells = new Float64Array(columns);
  const line = new Float64Array(width);
  for (let y = 0; y < height; y++) {
    for (const channel of channels) {
      const veil = veils[channel] as Float64Array;
      cells.fill(0);
      eachShare(enlarge.down, y, (row, share) => {
        const at = row * columns;
        for (let x = 0; x < columns; x++) cells[x] = (cells[x] as number) + share * (veil[at + x] as number);
      });
      mapRow(enlarge.across, cells, 0, line, 0);
      let at = y * width * 4 + channel;
      for (let x = 0; x < width; x++, at += 4) {
        // A clamped array cuts; it would round halves to even, which this does not notice.
        data[at] = ((data[at] as number) - (line[x] as number)) * scale;
      }
    }
  }
}

function addRow(out: Float64Array, at: number, share: number, row: Float64Array): void {
  for (let x = 0; x < row.length; x++) out[at + x] = (out[at + x] as number) + share * (row[x] as number);
}
