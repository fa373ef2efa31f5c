import { areaAverage, type Plane } from '../../../core/picture/luminance.ts';

/** Where a found photo lies in its original: at `offset + scale · t` of a side, for t from 0 to 1 along the found photo's. */
export interface Placement {
  readonly x: Stretch;
  readonly y: Stretch;
}

export interface Stretch {
  readonly offset: number;
  readonly scale: number;
}

/** The found photo is all of the original. */
export const wholeFrame: Placement = { x: { offset: 0, scale: 1 }, y: { offset: 0, scale: 1 } };

/** Positions in a plane, in its pixels (the centre of the first is 0), one a column or row of a grid. */
export function positions(stretch: Stretch, cells: number, side: number): Float64Array {
  return Float64Array.from(
    { length: cells },
    (_, i) => (stretch.offset + (stretch.scale * (i + 0.5)) / cells) * side - 0.5,
  );
}

/** The plane at every crossing of columns and rows, interpolated linearly; its edges are repeated. */
export function sampled(plane: Plane, columns: Float64Array, rows: Float64Array): Plane {
  const across = betweens(columns, plane.width);
  const down = betweens(rows, plane.height);
  const values = new Float32Array(columns.length * rows.length);
  let at = 0;
  for (let row = 0; row < rows.length; row++) {
    const above = (down.before[row] as number) * plane.width;
    const below = (down.after[row] as number) * plane.width;
    const lower = down.share[row] as number;
    for (let column = 0; column < columns.length; column++) {
      const left = across.before[column] as number;
      const right = across.after[column] as number;
      const share = across.share[column] as number;
      const upper = mixed(plane.values, above + left, above + right, share);
      values[at++] = upper + lower * (mixed(plane.values, below + left, below + right, share) - upper);
    }
  }
  return { width: columns.length, height: rows.length, values };
}

const mixed = (values: Float32Array, a: number, b: number, share: number) =>
  (values[a] as number) + share * ((values[b] as number) - (values[a] as number));

function betweens(positions: Float64Array, side: number) {
  const clamped = positions.map(at => Math.min(side - 1, Math.max(0, at)));
  const before = Int32Array.from(clamped, Math.floor);
  return {
    before,
    after: before.map(at => Math.min(side - 1, at + 1)),
    share: clamped.map((at, i) => at - (before[i] as number)),
  };
}

/** An original made so small that its pixels are about those of a grid laid over the found photo. */
export function levelled(original: Plane, { x, y }: Placement, width: number, height: number): Plane {
  const columns = Math.max(1, Math.min(original.width, Math.round(width / x.scale)));
  const rows = Math.max(1, Math.min(original.height, Math.round(height / y.scale)));
  return areaAverage(original, columns, rows);
}

/** The original as it lies under a grid over the found photo. */
export function laidUnder(original: Plane, placement: Placement, width: number, height: number): Plane {
  const level = levelled(original, placement, width, height);
  return sampled(
    level,
    positions(placement.x, width, level.width),
    positions(placement.y, height, level.height),
  );
}

/**
 * Columns of a least-squares fit that tell by how much a placement is wrong: if the found photo lies where t really is
 * t + a + b·t, it differs from what is laid under it by (a + b·t) times its own slope.
 */
export function slopes({ width, height, values }: Plane): readonly Float64Array[] {
  const size = width * height;
  const [shiftX, growX, shiftY, growY] = [0, 1, 2, 3].map(() => new Float64Array(size)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let row = 0; row < height; row++) {
    const above = Math.max(0, row - 1) * width;
    const below = Math.min(height - 1, row + 1) * width;
    for (let column = 0; column < width; column++) {
      const i = row * width + column;
      const left = row * width + Math.max(0, column - 1);
      const right = row * width + Math.min(width - 1, column + 1);
      const across = ((values[right] as number) - (values[left] as number)) / Math.max(1, right - left);
      const down =
        ((values[below + column] as number) - (values[above + column] as number)) /
        Math.max(1, (below - above) / width);
      shiftX[i] = across * width;
      growX[i] = across * (column + 0.5);
      shiftY[i] = down * height;
      growY[i] = down * (row + 0.5);
    }
  }
  return [shiftX, growX, shiftY, growY];
}

/** The placement after what a fit found for the four {@link slopes}. */
export function corrected({ x, y }: Placement, by: readonly number[]): Placement {
  const [shiftX = 0, growX = 0, shiftY = 0, growY = 0] = by.map(step =>
    Math.min(0.05, Math.max(-0.05, step)),
  );
  const moved = ({ offset, scale }: Stretch, shift: number, grow: number): Stretch => ({
    offset: offset + scale * shift,
    scale: scale * (1 + grow),
  });
  return { x: moved(x, shiftX, growX), y: moved(y, shiftY, growY) };
}
