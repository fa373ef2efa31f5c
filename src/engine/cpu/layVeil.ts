import type { CastField, CastRow } from '../../core/cast/castField.ts';
import type { Region } from '../engine.ts';
import { LineNodes } from './line.ts';
import type { SmallCopy } from './smallCopy.ts';
import { pixelsPerStep, type Steps } from './steps.ts';

/**
 * Values are fixed-point integers with 22 bits after the point: 255 and a field fit below 2^31, and stepping along a
 * thousand pixels loses less than a thousandth of a level.
 */
const one = 2 ** 22;
const half = one / 2;

/** Which photo a part is cut from, and where the part goes. `out` may be `words` where the part is the whole. */
export interface LayTask {
  readonly words: Uint32Array;
  readonly width: number;
  readonly height: number;
  readonly part: Region;
  /** part.width · part.height words */
  readonly out: Uint32Array;
}

/** `Kernels.layVeil`. */
export function* plainLayVeil(
  task: LayTask,
  small: SmallCopy,
  weights: readonly number[],
  field: CastField | null,
): Steps<void> {
  const { words, width, part, out } = task;
  const centre = Math.round((weights[4] as number) * one);
  const down = new Ramp(task.height, small.rows);
  const nodes = new LineNodes(small, width, task.height, field);
  const across = new Ramp(width, nodes.cells);
  const layer = new Layer(small, weights, nodes, field);
  const line = new Int32Array(nodes.count * 3);
  const segments = across.segmentsOf(part.x, part.x + part.width);
  let segment = down.segmentsOf(part.y, part.y + part.height).first;
  let sinceYield = 0;

  for (let row = 0; row < part.height; row++) {
    const y = part.y + row;
    while ((down.start[segment + 1] as number) <= y) segment++;
    const share = (down.share[segment] as number) + (y - (down.start[segment] as number)) * down.step;
    layer.between(segment, share, y, line);
    layLine(words, y * width, out, row * part.width - part.x, line, centre, across, segments, part);
    sinceYield += part.width;
    if (sinceYield >= pixelsPerStep) {
      sinceYield = 0;
      yield;
    }
  }
}

/**
 * How pixels lie between the centres of `cells` equal cells over `side` pixels. Segment s runs from the centre of
 * cell s − 1 to that of cell s; the first and the last lie outside all centres, as if there were a cell beyond either end.
 */
class Ramp {
  /** First pixel of each segment, and the side at the end. */
  readonly start: Int32Array;
  /** How far the first pixel of each segment is on its way to the next centre, 0 to 1. */
  readonly share: Float64Array;
  /** What a pixel adds to that. */
  readonly step: number;

  constructor(side: number, cells: number) {
    this.step = cells / side;
    this.start = new Int32Array(cells + 2);
    this.share = new Float64Array(cells + 1);
    for (let segment = 0; segment <= cells; segment++) {
      const first = Math.min(side, Math.max(0, Math.ceil(((segment - 0.5) * side) / cells - 0.5)));
      this.start[segment] = first;
      this.share[segment] = ((first + 0.5) * cells) / side + 0.5 - segment;
    }
    this.start[cells + 1] = side;
  }

  /** The segments that hold the pixels from `from` up to `to`. */
  segmentsOf(from: number, to: number): { readonly first: number; readonly end: number } {
    let first = 0;
    while ((this.start[first + 1] as number) <= from) first++;
    let end = first;
    while (end < this.share.length && (this.start[end] as number) < to) end++;
    return { first, end };
  }
}

/** What is laid over the photo: the side taps' answer to the small copy, made row by row as it is needed, and a field. */
class Layer {
  readonly #small: SmallCopy;
  readonly #weights: Float64Array;
  readonly #nodes: LineNodes;
  readonly #field: CastField | null;
  readonly #cosines: Float64Array | null;
  /** A row of the layer at the small copy's columns. */
  readonly #coarse: Float64Array;
  #above: { row: number; values: Float64Array };
  #below: { row: number; values: Float64Array };

  constructor(small: SmallCopy, weights: readonly number[], nodes: LineNodes, field: CastField | null) {
    this.#small = small;
    this.#weights = Float64Array.from(weights, weight => weight * one);
    this.#weights[4] = 0;
    this.#nodes = nodes;
    this.#field = field;
    this.#cosines = field && nodes.cosines(field);
    this.#coarse = new Float64Array(small.columns * 3);
    this.#above = { row: -1, values: new Float64Array(nodes.count * 3) };
    this.#below = { row: -1, values: new Float64Array(nodes.count * 3) };
  }

  /** The layer for pixel row y, `share` of the way through a segment of rows, with half a level added for rounding. */
  between(segment: number, share: number, y: number, line: Int32Array): void {
    const last = this.#small.rows - 1;
    const upper = this.#row(Math.max(0, segment - 1));
    const lower = segment > 0 && segment <= last ? this.#row(segment) : upper;
    if (this.#field === null || this.#cosines === null) {
      for (let i = 0; i < line.length; i++) {
        const value = upper[i] as number;
        line[i] = value + ((lower[i] as number) - value) * share + half;
      }
    } else {
      betweenWithField(upper, lower, share, this.#field.row(y), this.#cosines, line);
    }
  }

  #row(row: number): Float64Array {
    if (this.#above.row === row) return this.#above.values;
    if (this.#below.row !== row) {
      [this.#above, this.#below] = [this.#below, this.#above];
      this.#below.row = row;
      correlateRow(this.#small, row, this.#weights, this.#coarse);
      this.#nodes.spread(this.#coarse, this.#below.values);
    }
    return this.#below.values;
  }
}

function betweenWithField(
  upper: Float64Array,
  lower: Float64Array,
  share: number,
  { still, swing }: CastRow,
  cosines: Float64Array,
  line: Int32Array,
): void {
  for (let c = 0; c < 3; c++) {
    const base = (still[c] as number) * one + half;
    const factor = (swing[c] as number) * one;
    for (let node = 0, i = c; i < line.length; node++, i += 3) {
      const value = upper[i] as number;
      line[i] = value + ((lower[i] as number) - value) * share + base + factor * (cosines[node] as number);
    }
  }
}

/** One row of the layer: the eight side taps, two cells apart, edges repeated. */
function correlateRow(small: SmallCopy, row: number, weights: Float64Array, result: Float64Array): void {
  const { values, stride, rows } = small;
  const up = Math.max(0, row - 2) * stride;
  const mid = row * stride;
  const low = Math.min(rows - 1, row + 2) * stride;
  const [a = 0, b = 0, c = 0, d = 0, , f = 0, g = 0, h = 0, i = 0] = weights;
  for (let x = 0; x < result.length; x++) {
    result[x] =
      a * (values[up + x] as number) +
      b * (values[up + x + 6] as number) +
      c * (values[up + x + 12] as number) +
      d * (values[mid + x] as number) +
      f * (values[mid + x + 12] as number) +
      g * (values[low + x] as number) +
      h * (values[low + x + 6] as number) +
      i * (values[low + x + 12] as number);
  }
}

/** Lays one line of the layer over one row of the part. `to` is where pixel 0 of the row would go. */
function layLine(
  words: Uint32Array,
  from: number,
  out: Uint32Array,
  to: number,
  line: Int32Array,
  centre: number,
  across: Ramp,
  segments: { readonly first: number; readonly end: number },
  part: Region,
): void {
  const { start, share, step } = across;
  const partEnd = part.x + part.width;
  for (let segment = segments.first; segment < segments.end; segment++) {
    const begin = start[segment] as number;
    let x = Math.max(begin, part.x);
    const end = Math.min(start[segment + 1] as number, partEnd);
    const left = segment * 3;
    const way = share[segment] as number;
    const skipped = x - begin;

    const red0 = line[left] as number;
    const green0 = line[left + 1] as number;
    const blue0 = line[left + 2] as number;
    const redWay = (line[left + 3] as number) - red0;
    const greenWay = (line[left + 4] as number) - green0;
    const blueWay = (line[left + 5] as number) - blue0;
    const redStep = (redWay * step) | 0;
    const greenStep = (greenWay * step) | 0;
    const blueStep = (blueWay * step) | 0;
    let red = (red0 + redWay * way + skipped * redStep) | 0;
    let green = (green0 + greenWay * way + skipped * greenStep) | 0;
    let blue = (blue0 + blueWay * way + skipped * blueStep) | 0;

    for (; x < end; x++) {
      const word = words[from + x] as number;
      let b = (Math.imul((word >>> 16) & 0xff, centre) + blue) >> 22;
      let g = (Math.imul((word >>> 8) & 0xff, centre) + green) >> 22;
      let r = (Math.imul(word & 0xff, centre) + red) >> 22;
      // Only a cast leads beyond the ends, and seldom.
      if (((r | g | b) & ~0xff) !== 0) {
        r = clamped(r);
        g = clamped(g);
        b = clamped(b);
      }
      out[to + x] = (word & 0xff000000) | (b << 16) | (g << 8) | r;
      red = (red + redStep) | 0;
      green = (green + greenStep) | 0;
      blue = (blue + blueStep) | 0;
    }
  }
}

/** A level beyond the ends as the end that it is beyond. */
export function clamped(level: number): number {
  return Math.min(255, Math.max(0, level));
}
