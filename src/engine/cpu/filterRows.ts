import type { Region } from '../engine.ts';
import { type BlockSums, blockSide, emptyBlockSums } from './blocks.ts';
import type { Photo } from './exact.ts';
import { type Lanes, packedLanes, plainLanes } from './lanes.ts';
import { Pace, type Steps } from './steps.ts';
import { type Taps, unit } from './taps.ts';

/** `Kernels.filter`. */
export function* plainFilter(
  photo: Photo,
  taps: Taps,
  part: Region,
  peak: number,
  out: Uint32Array,
): Steps<void> {
  const rows = new RowFilter(photo, taps, part);
  const scale = Math.fround(255 / (unit * peak));
  const pace = new Pace();
  for (let row = 0; row < part.height; row++) {
    rows.next();
    const from = (part.y + row) * photo.width + part.x;
    rows.lanes.unpack(rows.sums, scale, photo.words, from, out, row * part.width);
    if (pace.due(part.width * taps.size)) yield;
  }
}

/** `Kernels.blockSums`. */
export function* plainBlockSums(photo: Photo, taps: Taps, part: Region): Steps<BlockSums> {
  const { sums: grid, aligned } = emptyBlockSums(part);
  const rows = new RowFilter(photo, taps, aligned);
  const pace = new Pace();
  for (let y = part.y; y < part.y + part.height; y++) {
    rows.next();
    const row = Math.floor(y / blockSide) - grid.row;
    rows.lanes.raise(rows.sums, grid.values.subarray(row * grid.columns * 3));
    if (pace.due(part.width * taps.size)) yield;
  }
  return grid;
}

/**
 * Filters a part row by row. The sums are worked out in blocks of three by three taps; a filter that is no multiple
 * of three is filled up with zeros. Rows are kept before a caller may overwrite them.
 */
class RowFilter {
  readonly lanes: Lanes;
  /** The last row's sums, one array a lane. */
  readonly sums: readonly Float64Array[];
  readonly #photo: Photo;
  readonly #part: Region;
  readonly #radius: number;
  readonly #side: number;
  readonly #weights: readonly Float64Array[];
  readonly #kept: readonly (readonly Float64Array[])[];
  readonly #line: Uint32Array;
  #row: number;

  constructor(photo: Photo, taps: Taps, part: Region) {
    const side = Math.ceil(taps.size / 3) * 3;
    this.#photo = photo;
    this.#part = part;
    this.#radius = taps.radius;
    this.#side = side;
    this.#weights = nines(taps, side);
    this.lanes = taps.greatestSum < 2 ** 26 ? packedLanes(part.width) : plainLanes(part.width);
    const { lengths } = this.lanes;
    this.sums = lengths.map(length => new Float64Array(length));
    this.#kept = Array.from({ length: side }, () =>
      lengths.map(length => new Float64Array(length + side - 1)),
    );
    this.#line = new Uint32Array(part.width + side - 1);
    this.#row = part.y;
    for (let ahead = 0; ahead < side - 1; ahead++) this.#keep(part.y - taps.radius + ahead);
  }

  /** Works out the sums of the next row. */
  next(): void {
    const side = this.#side;
    const top = this.#row - this.#radius;
    this.#keep(top + side - 1);
    for (const sum of this.sums) sum.fill(0);
    for (let m = 0; m < side; m += 3) {
      const upper = this.#lanesOf(top + m);
      const middle = this.#lanesOf(top + m + 1);
      const lower = this.#lanesOf(top + m + 2);
      for (let n = 0; n < side; n += 3) {
        const nine = this.#weights[(m / 3) * (side / 3) + n / 3] as Float64Array;
        this.sums.forEach((sums, lane) => {
          const [a, b, c] = [upper[lane], middle[lane], lower[lane]] as [
            Float64Array,
            Float64Array,
            Float64Array,
          ];
          addNine(a, b, c, n, nine, sums);
        });
      }
    }
    this.#row++;
  }

  #lanesOf(y: number): readonly Float64Array[] {
    return this.#kept[(y + this.#side) % this.#side] as readonly Float64Array[];
  }

  #keep(y: number): void {
    const { words, width, height } = this.#photo;
    this.#line.fill(0);
    if (y >= 0 && y < height) copyLine(words, y * width, width, this.#part.x - this.#radius, this.#line);
    this.lanes.pack(this.#line, this.#lanesOf(y));
  }
}

/** The weights in blocks of three by three, blocks and weights in rows. */
function nines({ size, whole }: Taps, side: number): Float64Array[] {
  return Array.from({ length: (side / 3) ** 2 }, (_, block) => {
    const top = Math.floor(block / (side / 3)) * 3;
    const left = (block % (side / 3)) * 3;
    return Float64Array.from({ length: 9 }, (_, i) => {
      const m = top + Math.floor(i / 3);
      const n = left + (i % 3);
      return m < size && n < size ? (whole[m * size + n] as number) : 0;
    });
  });
}

/** Copies the pixels that taps see from column `x` on; those outside the photo stay 0. */
function copyLine(words: Uint32Array, rowStart: number, width: number, x: number, line: Uint32Array): void {
  const from = Math.max(0, x);
  const to = Math.min(width, x + line.length);
  line.set(words.subarray(rowStart + from, rowStart + to), from - x);
}

/** Adds nine taps' answer to the sums. The window's six older values stay in registers from pixel to pixel. */
function addNine(
  upper: Float64Array,
  middle: Float64Array,
  lower: Float64Array,
  from: number,
  nine: Float64Array,
  sums: Float64Array,
): void {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = nine;
  let a0 = upper[from] as number;
  let a1 = upper[from + 1] as number;
  let b0 = middle[from] as number;
  let b1 = middle[from + 1] as number;
  let c0 = lower[from] as number;
  let c1 = lower[from + 1] as number;
  for (let x = 0, at = from + 2; x < sums.length; x++, at++) {
    const a2 = upper[at] as number;
    const b2 = middle[at] as number;
    const c2 = lower[at] as number;
    sums[x] =
      (sums[x] as number) +
      (a * a0 + b * a1 + c * a2 + (d * b0 + e * b1 + f * b2) + (g * c0 + h * c1 + i * c2));
    a0 = a1;
    a1 = a2;
    b0 = b1;
    b1 = b2;
    c0 = c1;
    c1 = c2;
  }
}
