/**
 * What JPEG makes of a picture: pixels before and after, without the file between them, since packing the numbers into
 * bits loses nothing. Baseline JPEG (ITU-R Recommendation T.81) as libjpeg writes and reads it: YCbCr (JFIF), colours at
 * half the width and height (4:2:0), 8 × 8 cosine transform, the tables of Annex K scaled by quality.
 */

const size = 8;

/** Annex K, tables K.1 and K.2, in rows. */
// biome-ignore format: as rows of eight
const luminanceTable: readonly number[] = [
  16, 11, 10, 16, 24, 40, 51, 61,
  12, 12, 14, 19, 26, 58, 60, 55,
  14, 13, 16, 24, 40, 57, 69, 56,
  14, 17, 22, 29, 51, 87, 80, 62,
  18, 22, 37, 56, 68, 109, 103, 77,
  24, 35, 55, 64, 81, 104, 113, 92,
  49, 64, 78, 87, 103, 121, 120, 101,
  72, 92, 95, 98, 112, 100, 103, 99,
];
// biome-ignore format: as rows of eight
const colourTable: readonly number[] = [
  17, 18, 24, 47, 99, 99, 99, 99,
  18, 21, 26, 66, 99, 99, 99, 99,
  24, 26, 56, 99, 99, 99, 99, 99,
  47, 66, 99, 99, 99, 99, 99, 99,
  99, 99, 99, 99, 99, 99, 99, 99,
  99, 99, 99, 99, 99, 99, 99, 99,
  99, 99, 99, 99, 99, 99, 99, 99,
  99, 99, 99, 99, 99, 99, 99, 99,
];

/** Whole numbers in rows. */
interface Grid {
  readonly width: number;
  readonly height: number;
  readonly values: Int32Array;
}

/**
 * @param rgb width · height · 3 bytes in rows
 * @param quality 1 to 100, as libjpeg counts it
 */
export function jpegRoundTrip(
  rgb: Uint8Array,
  width: number,
  height: number,
  quality: number,
): Uint8Array<ArrayBuffer> {
  const plane = (weights: readonly [number, number, number], offset: number): Grid => {
    const [red, green, blue] = weights;
    return gridOf(width, height, i => {
      const at = i * 3;
      const sum = red * (rgb[at] ?? 0) + green * (rgb[at + 1] ?? 0) + blue * (rgb[at + 2] ?? 0);
      return Math.round(sum + offset);
    });
  };
  const forColours = scaled(colourTable, quality);
  const colours = (weights: readonly [number, number, number]) =>
    enlarged(coded(halved(plane(weights, 128)), forColours), width, height);
  const luminance = coded(plane([0.299, 0.587, 0.114], 0), scaled(luminanceTable, quality));
  const blueness = colours([-0.168735892, -0.331264108, 0.5]);
  const redness = colours([0.5, -0.418687589, -0.081312411]);
  const out = new Uint8ClampedArray(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    const y = luminance.values[i] as number;
    const cb = (blueness.values[i] as number) - 128;
    const cr = (redness.values[i] as number) - 128;
    out[i * 3] = Math.round(y + 1.402 * cr);
    out[i * 3 + 1] = Math.round(y - 0.344136286 * cb - 0.714136286 * cr);
    out[i * 3 + 2] = Math.round(y + 1.772 * cb);
  }
  return new Uint8Array(out.buffer);
}

/** A table at a quality: as it stands at 50, all ones at 100. */
export function scaled(table: readonly number[], quality: number): readonly number[] {
  const percent = quality < 50 ? Math.floor(5000 / quality) : 200 - 2 * quality;
  return table.map(step => Math.min(255, Math.max(1, Math.floor((step * percent + 50) / 100))));
}

/** Half the width and height, each value the mean of four; rounded down and up in turn, so that nothing drifts. */
function halved(grid: Grid): Grid {
  const [width, height] = [Math.ceil(grid.width / 2), Math.ceil(grid.height / 2)];
  return gridOf(width, height, i => {
    const [x, y] = [2 * (i % width), 2 * Math.floor(i / width)];
    const sum = at(grid, x, y) + at(grid, x + 1, y) + at(grid, x, y + 1) + at(grid, x + 1, y + 1);
    return (sum + 1 + ((x / 2) % 2)) >> 2;
  });
}

/** Twice the width and height by linear interpolation between the middles of values: libjpeg's "fancy upsampling". */
function enlarged(grid: Grid, width: number, height: number): Grid {
  return gridOf(width, height, i => {
    const [x, y] = [i % width, Math.floor(i / width)];
    const [column, row] = [x >> 1, y >> 1];
    const [besideX, besideY] = [column + (x % 2 ? 1 : -1), row + (y % 2 ? 1 : -1)];
    const inColumn = (c: number) => 3 * at(grid, c, row) + at(grid, c, besideY);
    return (3 * inColumn(column) + inColumn(besideX) + (x % 2 ? 7 : 8)) >> 4;
  });
}

/** A loop, since `Int32Array.from` takes several times as long. */
function gridOf(width: number, height: number, valueAt: (i: number) => number): Grid {
  const values = new Int32Array(width * height);
  for (let i = 0; i < values.length; i++) values[i] = valueAt(i);
  return { width, height, values };
}

/** A value; beyond the edge the nearest one. */
function at({ width, height, values }: Grid, x: number, y: number): number {
  const row = Math.min(height - 1, Math.max(0, y));
  return values[row * width + Math.min(width - 1, Math.max(0, x))] as number;
}

/** Block by block: transformed, divided by the table and rounded, and all of it back. */
function coded(grid: Grid, table: readonly number[]): Grid {
  const { width, height } = grid;
  const values = new Int32Array(width * height);
  const block = new Float64Array(size * size);
  const half = new Float64Array(size * size);
  for (let top = 0; top < height; top += size) {
    for (let left = 0; left < width; left += size) {
      for (let i = 0; i < block.length; i++) {
        block[i] = at(grid, left + (i % size), top + Math.floor(i / size)) - 128;
      }
      transform(block, forth, half);
      for (let i = 0; i < block.length; i++) {
        const step = table[i] as number;
        block[i] = awayFromZero((block[i] as number) / step) * step;
      }
      transform(block, back, half);
      for (let i = 0; i < block.length; i++) {
        const [x, y] = [left + (i % size), top + Math.floor(i / size)];
        if (x >= width || y >= height) continue;
        values[y * width + x] = Math.min(255, Math.max(0, Math.round(block[i] as number) + 128));
      }
    }
  }
  return { width, height, values };
}

/** Rounded, halves away from zero, as libjpeg does when it quantises. */
function awayFromZero(value: number): number {
  return Math.sign(value) * Math.floor(Math.abs(value) + 0.5);
}

/** Rows of the orthonormal 8-point cosine transform, and its transpose, which undoes it. */
const forth = Float64Array.from({ length: size * size }, (_, i) => {
  const [frequency, place] = [Math.floor(i / size), i % size];
  const scale = Math.sqrt((frequency === 0 ? 1 : 2) / size);
  return scale * Math.cos(((2 * place + 1) * frequency * Math.PI) / (2 * size));
});
const back = forth.map((_, i) => forth[(i % size) * size + Math.floor(i / size)] as number);

/** M · X · Mᵀ, in place; `half` is room for what lies between. */
function transform(block: Float64Array, matrix: Float64Array, half: Float64Array): void {
  multiplyInto(half, matrix, block);
  multiplyInto(block, matrix, half);
}

/** (M · X)ᵀ: done twice it is M · X · Mᵀ. */
function multiplyInto(out: Float64Array, matrix: Float64Array, block: Float64Array): void {
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      let sum = 0;
      for (let k = 0; k < size; k++) {
        sum += (matrix[row * size + k] as number) * (block[k * size + column] as number);
      }
      out[column * size + row] = sum;
    }
  }
}
