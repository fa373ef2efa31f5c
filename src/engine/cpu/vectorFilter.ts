import type { Region } from '../engine.ts';
import { type BlockMaxima, type BlockSums, blockSide, emptyBlockMaxima, emptyBlockSums } from './blocks.ts';
import type { Photo } from './exact.ts';
import type { Machine } from './machine.ts';
import { stagedRows, stageRows } from './staging.ts';
import { Pace, type Steps } from './steps.ts';
import { type Taps, unit } from './taps.ts';

/** `Kernels.blockMaxima`. */
export function* vectorBlockMaxima(machine: Machine, photo: Photo): Steps<BlockMaxima> {
  const { width, height } = photo;
  const maxima = emptyBlockMaxima(width, height);
  const [reds, greens, blues] = maxima.channels;
  const staged = machine.take(Math.min(blockSide, height) * width * 4);
  const words = machine.take(maxima.columns * 4);
  const { run, u32 } = machine;
  let greatest = 0;
  const pace = new Pace();
  for (let row = 0; row < maxima.rows; row++) {
    const y = row * blockSide;
    const count = Math.min(blockSide, height - y);
    stageRows(u32, staged, photo, 0, y, width, count);
    run.blockRow(staged, count, width, words);
    const to = (row + 1) * (maxima.columns + 2) + 1;
    for (let column = 0; column < maxima.columns; column++) {
      const word = u32[words / 4 + column] as number;
      const red = word & 0xff;
      const green = (word >>> 8) & 0xff;
      const blue = (word >>> 16) & 0xff;
      reds[to + column] = red;
      greens[to + column] = green;
      blues[to + column] = blue;
      greatest = Math.max(greatest, red, green, blue);
    }
    if (pace.due(count * width)) yield;
  }
  return { ...maxima, greatest };
}

/** `Kernels.filter`. */
export function* vectorFilter(
  machine: Machine,
  photo: Photo,
  taps: Taps,
  part: Region,
  peak: number,
  out: Uint32Array,
): Steps<void> {
  const rows = new RowFilter(machine, photo, taps, part);
  const rowsAtOnce = Math.min(stagedRows(part.width), part.height);
  const staged = machine.take(rowsAtOnce * part.width * 4);
  const finished = machine.take(rowsAtOnce * part.width * 4);
  const { run, u32 } = machine;
  const scale = 255 / (unit * peak);
  const [red, green, blue] = rows.sums;
  const pace = new Pace();
  for (let top = 0; top < part.height; top += rowsAtOnce) {
    const count = Math.min(rowsAtOnce, part.height - top);
    stageRows(u32, staged, photo, part.x, part.y + top, part.width, count);
    for (let row = 0; row < count; row++) {
      rows.next();
      const at = row * part.width * 4;
      run.finishRow(red, green, blue, staged + at, scale, part.width, finished + at);
      if (pace.due(part.width * taps.size)) yield;
    }
    out.set(u32.subarray(finished / 4, finished / 4 + count * part.width), top * part.width);
  }
}

/** `Kernels.blockSums`. */
export function* vectorBlockSums(machine: Machine, photo: Photo, taps: Taps, part: Region): Steps<BlockSums> {
  const { sums: grid, aligned } = emptyBlockSums(part);
  const { columns } = grid;
  const rows = new RowFilter(machine, photo, taps, aligned);
  const greatest = rows.sums.map(() => machine.takeZeros(columns * 4));
  const { run, u32 } = machine;
  const pace = new Pace();
  for (let y = part.y; y < part.y + part.height; y++) {
    rows.next();
    rows.sums.forEach((sums, channel) => {
      run.greatestSums(sums, aligned.width, greatest[channel] as number);
    });
    if (y % blockSide === blockSide - 1 || y === part.y + part.height - 1) {
      const row = Math.floor(y / blockSide) - grid.row;
      greatest.forEach((address, channel) => {
        for (let column = 0; column < columns; column++) {
          grid.values[(row * columns + column) * 3 + channel] = u32[address / 4 + column] as number;
          u32[address / 4 + column] = 0;
        }
      });
    }
    if (pace.due(part.width * taps.size)) yield;
  }
  return grid;
}

/**
 * Filters a part row by row. Rows go into the machine as 16-bit pairs, each with the one below it, so that one
 * instruction multiplies and adds two taps of four pixels. As many pairs are kept as the filter has rows.
 */
class RowFilter {
  /** Addresses of the last row's sums, for R, G and B. */
  readonly sums: readonly [number, number, number];
  readonly #machine: Machine;
  readonly #photo: Photo;
  readonly #taps: Taps;
  readonly #part: Region;
  /** Two rows of pixels as the taps see them, with zeros outside the photo. */
  readonly #lines: readonly [number, number];
  /** Bytes that one channel of a paired row takes. */
  readonly #channelBytes: number;
  readonly #pairs: readonly number[];
  readonly #table: number;
  readonly #weights: number;
  #row: number;

  constructor(machine: Machine, photo: Photo, taps: Taps, part: Region) {
    const { size, radius } = taps;
    this.#machine = machine;
    this.#photo = photo;
    this.#taps = taps;
    this.#part = part;
    this.#channelBytes = (((part.width + 15) & ~15) + size + 16) * 4;
    const sumBytes = (part.width + 16) * 4;
    this.sums = [machine.take(sumBytes), machine.take(sumBytes), machine.take(sumBytes)];
    this.#lines = [machine.takeZeros(this.#channelBytes), machine.takeZeros(this.#channelBytes)];
    this.#pairs = Array.from({ length: size }, () => machine.take(3 * this.#channelBytes));
    this.#table = machine.take(size * 4);
    this.#weights = this.#storeWeights();
    this.#row = part.y;
    this.#stage(part.y - radius);
    for (let row = part.y - radius; row < part.y + radius; row++) this.#pair(row);
  }

  /** Works out the sums of the next row. May read one row more of the photo than the taps see. */
  next(): void {
    const { run, u32 } = this.#machine;
    const { size, radius } = this.#taps;
    const count = (size + 1) / 2;
    this.#pair(this.#row + radius);
    for (let i = 0; i < count; i++) u32[this.#table / 4 + i] = this.#slot(this.#row - radius + 2 * i);
    this.sums.forEach((sums, channel) => {
      const shift = channel * this.#channelBytes;
      run.filterRow(this.#table, count, shift, this.#weights, size, this.#part.width, sums);
    });
    this.#row++;
  }

  /** For each pair of filter rows the weights above each other; the last row is paired with zeros. */
  #storeWeights(): number {
    const { size, whole } = this.#taps;
    const address = this.#machine.take(size * (size + 1) * 2);
    const { i16 } = this.#machine;
    for (let i = 0; i < size * (size + 1); i++) {
      const column = Math.floor(i / 2) % size;
      const row = Math.floor(i / (2 * size)) * 2 + (i % 2);
      i16[address / 2 + i] = row < size ? (whole[row * size + column] as number) : 0;
    }
    return address;
  }

  #slot(row: number): number {
    const { size } = this.#taps;
    return this.#pairs[(row + size) % size] as number;
  }

  #line(row: number): number {
    return this.#lines[(row & 1) as 0 | 1];
  }

  /** Sets a row, which is staged already, beside the next. */
  #pair(row: number): void {
    this.#stage(row + 1);
    const red = this.#slot(row);
    const green = red + this.#channelBytes;
    const count = this.#part.width + this.#taps.size - 1;
    this.#machine.run.pairRows(
      this.#line(row),
      this.#line(row + 1),
      count,
      red,
      green,
      green + this.#channelBytes,
    );
  }

  #stage(row: number): void {
    const { u32 } = this.#machine;
    const { words, width, height } = this.#photo;
    const { x, width: columns } = this.#part;
    const { radius } = this.#taps;
    const to = this.#line(row) / 4;
    if (row < 0 || row >= height) {
      u32.fill(0, to, to + columns + 2 * radius);
      return;
    }
    const from = Math.max(0, x - radius);
    const end = Math.min(width, x + columns + radius);
    u32.set(words.subarray(row * width + from, row * width + end), to + from - (x - radius));
  }
}
