import type { Picture } from '../../core/picture/resize.ts';
import { eachShare, mapRow, transposedAxis } from './restoreAxis.ts';
import { CastLift, type LaidCast } from './restoreCast.ts';
import { type VeilShape, veilCells } from './restoreVeil.ts';

/** Whole photos with a veil on them: RGBA bytes in, RGBA bytes out, in two passes. */

const channels = [0, 1, 2] as const;

/**
 * Takes the veil off, in place, and with it the cast that lies on it; alpha stays. Values are rounded once and cut to 0…255.
 *
 * @param shape made for the picture's size
 * @param variance of what rounding and encoding did to each value, levels²
 */
export function liftVeil(
  picture: Picture,
  shape: VeilShape,
  variance: number,
  laid: LaidCast | null = null,
): void {
  const cast = laid && new CastLift(laid, picture.width, picture.height);
  const veils = smallCopies(picture, shape, cast).map(plane => veilCells(shape, plane, variance));
  takeOff(picture, shape, veils, cast);
}

/** One channel of a row, without the cast. */
function readRow(
  { width, data }: Picture,
  y: number,
  channel: number,
  cast: CastLift | null,
  out: Float64Array,
): void {
  let at = y * width * 4 + channel;
  for (let x = 0; x < width; x++, at += 4) {
    const value = data[at] as number;
    out[x] = cast === null ? value : cast.without(value, x, channel);
  }
}

/** D on each colour: columns · rows numbers, unrounded. */
function smallCopies(picture: Picture, shape: VeilShape, cast: CastLift | null): readonly Float64Array[] {
  const { columns, rows, average } = shape;
  const copies = channels.map(() => new Float64Array(columns * rows));
  const rowsOf = transposedAxis(average.down);
  const pixels = new Float64Array(picture.width);
  const cells = new Float64Array(columns);
  for (let y = 0; y < picture.height; y++) {
    cast?.goTo(y);
    for (const channel of channels) {
      readRow(picture, y, channel, cast, pixels);
      mapRow(average.across, pixels, 0, cells, 0);
      const copy = copies[channel] as Float64Array;
      eachShare(rowsOf, y, (row, share) => addRow(copy, row * columns, share, cells));
    }
  }
  return copies;
}

/** x = (b − U·v) / c. */
function takeOff(
  picture: Picture,
  { columns, enlarge, weights }: VeilShape,
  veils: readonly Float64Array[],
  cast: CastLift | null,
): void {
  const { width, height, data } = picture;
  const scale = 1 / (weights[4] as number);
  const cells = new Float64Array(columns);
  const [line, pixels] = [new Float64Array(width), new Float64Array(width)];
  for (let y = 0; y < height; y++) {
    cast?.goTo(y);
    for (const channel of channels) {
      const veil = veils[channel] as Float64Array;
      cells.fill(0);
      eachShare(enlarge.down, y, (row, share) => {
        const at = row * columns;
        for (let x = 0; x < columns; x++) cells[x] = (cells[x] as number) + share * (veil[at + x] as number);
      });
      mapRow(enlarge.across, cells, 0, line, 0);
      readRow(picture, y, channel, cast, pixels);
      let at = y * width * 4 + channel;
      for (let x = 0; x < width; x++, at += 4) {
        // A clamped array cuts; it would round halves to even, which this does not notice.
        data[at] = ((pixels[x] as number) - (line[x] as number)) * scale;
      }
    }
  }
}

function addRow(out: Float64Array, at: number, share: number, row: Float64Array): void {
  for (let x = 0; x < row.length; x++) out[at + x] = (out[at + x] as number) + share * (row[x] as number);
}
