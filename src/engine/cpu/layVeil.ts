import type { CastField, CastRow } from '../../core/cast/castField.ts';
import { half, type LayTask, layLine, one, Ramp } from './layLine.ts';
import { VeilNodes } from './line.ts';
import type { SmallCopy } from './smallCopy.ts';
import { Pace, type Steps } from './steps.ts';

/** `Kernels.layVeil`. */
export function* plainLayVeil(
  task: LayTask,
  small: SmallCopy,
  weights: readonly number[],
  field: CastField | null,
): Steps<void> {
  const { width, part } = task;
  const centre = Math.round((weights[4] as number) * one);
  const down = new Ramp(task.height, small.rows);
  const nodes = new VeilNodes(small, width, task.height, field);
  const across = new Ramp(width, nodes.cells);
  const layer = new Layer(small, weights, nodes, field);
  const line = new Int32Array(nodes.count * 3);
  const segments = across.segmentsOf(part.x, part.x + part.width);
  let segment = down.segmentsOf(part.y, part.y + part.height).first;
  const pace = new Pace();

  for (let row = 0; row < part.height; row++) {
    const y = part.y + row;
    while ((down.start[segment + 1] as number) <= y) segment++;
    const share = (down.share[segment] as number) + (y - (down.start[segment] as number)) * down.step;
    layer.between(segment, share, y, line);
    layLine(task, row, line, centre, across, segments);
    if (pace.due(part.width)) yield;
  }
}

/** What is laid over the photo: the side taps' answer to the small copy, made row by row as it is needed, and a field. */
class Layer {
  readonly #small: SmallCopy;
  readonly #weights: Float64Array;
  readonly #nodes: VeilNodes;
  readonly #field: CastField | null;
  readonly #cosines: Float64Array | null;
  /** A row of the layer at the small copy's columns. */
  readonly #coarse: Float64Array;
  #above: { row: number; values: Float64Array };
  #below: { row: number; values: Float64Array };

  constructor(small: SmallCopy, weights: readonly number[], nodes: VeilNodes, field: CastField | null) {
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
