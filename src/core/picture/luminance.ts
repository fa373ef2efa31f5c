/** A picture in shades of grey: what spectra are taken of. Values 0 to 255, in rows, not rounded. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

/** Luminance of RGBA bytes in sRGB encoding, by the weights of ITU-R BT.601 as trainers use them. Alpha plays no part. */
export function luminanceOf(data: Uint8Array | Uint8ClampedArray, width: number, height: number): Plane {
  const values = new Float32Array(width * height);
  for (let i = 0, at = 0; i < values.length; i++, at += 4) {
    values[i] =
      0.299 * (data[at] as number) + 0.587 * (data[at + 1] as number) + 0.114 * (data[at + 2] as number);
  }
  return { width, height, values };
}

/** Sides of a picture whose short side is brought down to `shortSide` pixels; never enlarged. */
export function sidesAt(width: number, height: number, shortSide: number) {
  const short = Math.min(width, height);
  const n = Math.min(short, shortSide);
  const side = (given: number) => Math.max(1, Math.floor((given * n) / short + 0.5));
  return { width: side(width), height: side(height) };
}

/**
 * The picture at another size, as trainers make it before they train: every cell is the mean over the part of the
 * picture that it covers, pixels at its ends by their share.
 *
 * @param width columns to make, at most those of `plane`; `height` likewise for rows
 */
export function areaAverage(plane: Plane, width: number, height: number): Plane {
  if (width === plane.width && height === plane.height) return plane;
  const out = new Float32Array(width * height);
  const row = new Float64Array(width);
  const perRow = plane.height / height;
  for (let y = 0; y < plane.height; y++) {
    averageRow(plane, y, row);
    // A row of the picture lies in one row of cells, or across the border of two.
    const first = Math.min(height - 1, Math.floor(y / perRow));
    const border = (first + 1) * perRow;
    const inFirst = Math.min(1, border - y) / perRow;
    addRow(out, first * width, row, inFirst);
    if (border < y + 1 && first + 1 < height) addRow(out, (first + 1) * width, row, 1 / perRow - inFirst);
  }
  return { width, height, values: out };
}

/** Means of one row of the picture, into `cells`. */
function averageRow({ width, values }: Plane, y: number, cells: Float64Array): void {
  const columns = cells.length;
  const perCell = width / columns;
  const start = y * width;
  for (let cell = 0; cell < columns; cell++) {
    const from = cell * perCell;
    const to = from + perCell;
    const first = Math.floor(from);
    const last = Math.min(width - 1, Math.ceil(to) - 1);
    // The whole of the first and last pixel, then less what lies outside.
    let sum = 0;
    for (let x = first; x <= last; x++) sum += values[start + x] as number;
    sum -= (from - first) * (values[start + first] as number);
    sum -= (last + 1 - to) * (values[start + last] as number);
    cells[cell] = sum / perCell;
  }
}

function addRow(out: Float32Array, at: number, row: Float64Array, share: number): void {
  for (let x = 0; x < row.length; x++) out[at + x] = (out[at + x] as number) + share * (row[x] as number);
}
