/** Pixels as decoders give them: RGBA bytes in rows. */
interface Bytes {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** Cells along each side of the central square: enough for the three half waves that a cast has down it. */
const cells = 6;
const channels = 3;

/** Numbers of a photo: R, G and B of every cell. */
export const meanColoursLength = cells * cells * channels;

/**
 * What a cast leaves in a photo, whatever is to be seen: the mean colours of 6 × 6 cells of its central square, in rows,
 * R, G, B each, 0 to 255; pixels on a border by their share, see-through ones on white. A cast adds the same to them in
 * every photo of a label, at every size of the photo: a mean of means is the same mean.
 */
export function meanColours(picture: Bytes): Float32Array<ArrayBuffer> {
  const side = Math.min(picture.width, picture.height);
  const across = cellsAlong(picture.width, side);
  const down = cellsAlong(picture.height, side);
  const area = (side / cells) ** 2;
  const sums = new Float64Array(meanColoursLength);
  const row = new Float64Array(cells * channels);
  for (const [cellDown, { from, to }] of down.entries()) {
    for (let y = Math.floor(from); y < to; y++) {
      // A row of pixels on the border of two cells is summed for each of them; there are at most seven such rows.
      sumRow(picture, y, across, row);
      const share = Math.min(y + 1, to) - Math.max(y, from);
      for (let i = 0; i < row.length; i++) {
        const at = cellDown * row.length + i;
        sums[at] = (sums[at] as number) + (share * (row[i] as number)) / area;
      }
    }
  }
  return Float32Array.from(sums);
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where the cells of the central square lie along a side, in pixels and parts of them. */
function cellsAlong(length: number, side: number): readonly Stretch[] {
  const start = (length - side) / 2;
  const border = (cell: number) => start + (cell * side) / cells;
  return Array.from({ length: cells }, (_, cell) => ({ from: border(cell), to: border(cell + 1) }));
}

/** Sums of R, G and B of the pixels of one row in each cell, into `out`. */
function sumRow({ width, data }: Bytes, y: number, across: readonly Stretch[], out: Float64Array): void {
  for (const [cell, { from, to }] of across.entries()) {
    let [red, green, blue] = [0, 0, 0];
    for (let x = Math.floor(from); x < to; x++) {
      const at = (y * width + x) * 4;
      const alpha = (data[at + 3] as number) / 255;
      const share = Math.min(x + 1, to) - Math.max(x, from);
      const white = share * 255 * (1 - alpha);
      red += share * alpha * (data[at] as number) + white;
      green += share * alpha * (data[at + 1] as number) + white;
      blue += share * alpha * (data[at + 2] as number) + white;
    }
    out[cell * channels] = red;
    out[cell * channels + 1] = green;
    out[cell * channels + 2] = blue;
  }
}
