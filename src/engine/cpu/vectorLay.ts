import type { CastField } from '../../core/cast/castField.ts';
import type { LayTask } from './layLine.ts';
import { plainLayVeil } from './layVeil.ts';
import { VeilNodes } from './line.ts';
import type { Machine } from './machine.ts';
import { margin, type SmallCopy } from './smallCopy.ts';
import { stagedRows, stageRows } from './staging.ts';
import { Pace, type Steps } from './steps.ts';

/** Values of a line and of a field have 7 bits after the point; shares, cosines and the centre tap 15. */
const layerOne = 128;
const shareOne = 32768;
/** Half a level, and half of the last bit, which the kernel cuts off. */
const halfLevel = layerOne / 2 + 0.5;

/** `Kernels.layVeil`, in 16-bit steps: off by at most a few hundredths of a level before it is rounded. */
export function* vectorLayVeil(
  machine: Machine,
  task: LayTask,
  small: SmallCopy,
  weights: readonly number[],
  field: CastField | null,
): Steps<void> {
  const centreWeight = weights[4] as number;
  // 16 bits hold a layer up to 255 levels and no more; with a strong cast over a strong veil it may go beyond.
  if (255 * (1 - centreWeight) + (field?.bound ?? 0) > 255)
    return yield* plainLayVeil(task, small, weights, field);
  const { part, out } = task;
  const rowsAtOnce = Math.min(stagedRows(part.width), part.height);
  const staged = machine.take(rowsAtOnce * part.width * 4);
  const laid = machine.take(rowsAtOnce * part.width * 4);
  const line = new VectorLine(machine, task, small, weights, field);
  const { run, u32 } = machine;
  const centre = Math.min(shareOne - 1, Math.round(centreWeight * shareOne));
  const pace = new Pace();
  for (let top = 0; top < part.height; top += rowsAtOnce) {
    const count = Math.min(rowsAtOnce, part.height - top);
    stageRows(u32, staged, task, part.x, part.y + top, part.width, count);
    for (let row = 0; row < count; row++) {
      line.make(part.y + top + row);
      const at = row * part.width * 4;
      run.layRow(staged + at, part.width, line.places, line.shares, line.values, centre, laid + at);
    }
    out.set(u32.subarray(laid / 4, laid / 4 + count * part.width), top * part.width);
    if (pace.due(count * part.width)) yield;
  }
}

/** What is laid over one row after another, and where each pixel of the part finds its share in it. */
class VectorLine {
  /** Addresses, as `layRow` wants them. */
  readonly values: number;
  readonly places: number;
  readonly shares: number;
  readonly #machine: Machine;
  readonly #small: SmallCopy;
  readonly #height: number;
  readonly #field: CastField | null;
  readonly #nodes: VeilNodes;
  readonly #taps: number;
  readonly #seen: readonly [number, number, number];
  readonly #coarse: number;
  readonly #layers: readonly [number, number];
  /** Which rows of the layer lie there: even rows and odd rows have a place each. */
  readonly #held: [number, number] = [-1, -1];
  readonly #cosines: number;
  readonly #row: number;

  constructor(
    machine: Machine,
    { width, height, part }: LayTask,
    small: SmallCopy,
    weights: readonly number[],
    field: CastField | null,
  ) {
    const nodes = new VeilNodes(small, width, height, field);
    this.#machine = machine;
    this.#small = small;
    this.#height = height;
    this.#field = field;
    this.#nodes = nodes;
    const row = () => machine.take(small.stride * 4);
    this.#seen = [row(), row(), row()];
    this.#coarse = row();
    this.#layers = [machine.take(nodes.count * 12), machine.take(nodes.count * 12)];
    this.values = machine.take(nodes.count * 16);
    this.places = machine.take(part.width * 4);
    this.shares = machine.take(part.width * 2);
    this.#taps = machine.take(9 * 4);
    this.#cosines = machine.takeZeros(nodes.count * 4);
    this.#row = machine.takeZeros(8 * 4);
    const { f32 } = machine;
    f32.set(
      weights.map(weight => weight * layerOne),
      this.#taps / 4,
    );
    f32.fill(halfLevel, this.#row / 4, this.#row / 4 + 3);
    if (field !== null) f32.set(nodes.cosines(field), this.#cosines / 4);
    this.#placePixels(part.x, part.width, width);
  }

  /** Makes the line of pixel row y. */
  make(y: number): void {
    const { run, f32 } = this.#machine;
    const { rows } = this.#small;
    const position = Math.min(rows - 1, Math.max(0, ((y + 0.5) * rows) / this.#height - 0.5));
    const above = Math.floor(position);
    if (this.#field !== null) {
      const { still, swing } = this.#field.row(y);
      const at = this.#row / 4;
      for (let c = 0; c < 3; c++) {
        f32[at + c] = (still[c] as number) * layerOne + halfLevel;
        f32[at + 4 + c] = (swing[c] as number) * layerOne;
      }
    }
    const upper = this.#layer(above);
    const lower = this.#layer(Math.min(above + 1, rows - 1));
    run.lineBetween(upper, lower, position - above, this.#nodes.count, this.#cosines, this.#row, this.values);
  }

  #placePixels(from: number, count: number, width: number): void {
    const { u32, i16 } = this.#machine;
    const { cells } = this.#nodes;
    for (let x = 0; x < count; x++) {
      const position = ((from + x + 0.5) * cells) / width + 0.5;
      const node = Math.floor(position);
      u32[this.places / 4 + x] = node * 16;
      i16[this.shares / 2 + x] = Math.min(shareOne - 1, Math.round((position - node) * shareOne));
    }
    // The kernel also looks up the nodes of up to three pixels beyond the end.
    const last = this.places / 4 + count - 1;
    u32.fill(u32[last] as number, last, last + 4);
  }

  /** The address of a row of the layer, made if it is not at hand. */
  #layer(row: number): number {
    const slot = (row % 2) as 0 | 1;
    const address = this.#layers[slot];
    if (this.#held[slot] === row) return address;
    this.#held[slot] = row;
    const { run, f32 } = this.#machine;
    const { columns, rows, stride, values } = this.#small;
    this.#seen.forEach((seen, i) => {
      const from = Math.min(rows - 1, Math.max(0, row + (i - 1) * margin)) * stride;
      f32.set(values.subarray(from, from + stride), seen / 4);
    });
    const coarse = this.#coarse / 4;
    run.correlateRow(...this.#seen, this.#taps, columns * 3, this.#coarse);
    this.#nodes.spread(f32.subarray(coarse, coarse + columns * 3), f32.subarray(address / 4));
    return address;
  }
}

/** `Kernels.layField`, in 16-bit steps: off by at most two hundredths of a level before it is rounded. */
export function* vectorLayField(machine: Machine, task: LayTask, field: CastField): Steps<void> {
  const { part, out } = task;
  const rowsAtOnce = Math.min(stagedRows(part.width), part.height);
  const staged = machine.take(rowsAtOnce * part.width * 4);
  const laid = machine.take(rowsAtOnce * part.width * 4);
  const cosines = machine.takeZeros(part.width * 8);
  const numbers = machine.takeZeros(32);
  const { run, u32, i16 } = machine;
  for (let x = 0; x < part.width; x++) {
    const cosine = Math.min(shareOne - 1, Math.round(field.cosineAt(part.x + x) * shareOne));
    i16.fill(cosine, cosines / 2 + x * 4, cosines / 2 + x * 4 + 3);
  }
  const pace = new Pace();
  for (let top = 0; top < part.height; top += rowsAtOnce) {
    const count = Math.min(rowsAtOnce, part.height - top);
    stageRows(u32, staged, task, part.x, part.y + top, part.width, count);
    for (let row = 0; row < count; row++) {
      const { still, swing } = field.row(part.y + top + row);
      // Twice, since a vector holds two pixels.
      for (let at = numbers / 2; at < numbers / 2 + 8; at += 4) {
        for (let c = 0; c < 3; c++) {
          i16[at + c] = Math.round((still[c] as number) * layerOne + layerOne / 2);
          i16[at + 8 + c] = Math.round((swing[c] as number) * layerOne);
        }
      }
      // Not in place: the kernel reads and writes a little beyond the end of each row.
      const at = row * part.width * 4;
      run.layField(staged + at, part.width, cosines, numbers, laid + at);
    }
    out.set(u32.subarray(laid / 4, laid / 4 + count * part.width), top * part.width);
    if (pace.due(count * part.width)) yield;
  }
}
