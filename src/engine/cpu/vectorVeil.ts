import type { Photo } from './exact.ts';
import type { VeilTask } from './layVeil.ts';
import type { Machine } from './machine.ts';
import { cutsOf, margin, repeatEnds, type SmallCopy } from './smallCopy.ts';
import { stagedRows, stageRows } from './staging.ts';
import { pixelsPerStep, type Steps } from './steps.ts';

/** `Kernels.smallCopy`; see `smallCopy.ts` for the way it goes. */
export function* vectorSmallCopy(
  machine: Machine,
  photo: Photo,
  { columns, rows }: { readonly columns: number; readonly rows: number },
): Steps<SmallCopy> {
  const { width, height } = photo;
  const across = cutsOf(width, columns);
  const down = cutsOf(height, rows);
  const stride = (columns + 2 * margin) * 3;
  const values = new Float32Array(stride * rows);
  // 16-bit sums take 257 rows.
  const rowsAtOnce = Math.min(256, stagedRows(width), height);
  const staged = machine.take(rowsAtOnce * width * 4);
  const sums = machine.takeZeros(width * 8);
  const start = machine.take((columns + 1) * 4);
  const share = machine.take((columns + 1) * 4);
  const band = machine.takeZeros(columns * 16);
  let above = machine.takeZeros(columns * 16);
  let below = machine.takeZeros(columns * 16);
  const cells = machine.take(columns * 12);
  const { run, u32, f32 } = machine;
  u32.set(across.start, start / 4);
  f32.set(across.share, share / 4);
  const perPixel = (columns / width) * (rows / height);
  let sinceYield = 0;

  for (let row = 0; row < rows; row++) {
    const first = down.start[row] as number;
    const end = down.start[row + 1] as number;
    for (let y = first; y < end; y += rowsAtOnce) {
      const count = Math.min(rowsAtOnce, end - y);
      stageRows(u32, staged, photo, 0, y, width, count);
      run.addRows(staged, count, width, sums);
      run.takeCells(sums, width, start, share, columns, band);
    }
    const shareAbove = down.share[row] as number;
    const shareBelow = down.share[row + 1] as number;
    if (shareBelow > 0) {
      stageRows(u32, staged, photo, 0, end, width, 1);
      run.addRows(staged, 1, width, sums);
      run.takeCells(sums, width, start, share, columns, below);
    }
    run.finishCells(band, above, below, shareAbove, shareBelow, perPixel, columns, cells);
    values.set(f32.subarray(cells / 4, cells / 4 + columns * 3), row * stride + margin * 3);
    repeatEnds(values, row * stride, columns);
    [above, below] = [below, above];

    sinceYield += (end - first) * width;
    if (sinceYield >= pixelsPerStep) {
      sinceYield = 0;
      yield;
    }
  }
  return { columns, rows, values, stride };
}

/** Layer values have 7 bits after the point, shares and the centre tap 15. */
const layerOne = 128;
const shareOne = 32768;

/** `Kernels.layVeil`, in 16-bit steps: off by at most a few hundredths of a level before it is rounded. */
export function* vectorLayVeil(
  machine: Machine,
  task: VeilTask,
  small: SmallCopy,
  weights: readonly number[],
): Steps<void> {
  const { part, out } = task;
  const { columns, stride } = small;
  const rowsAtOnce = Math.min(stagedRows(part.width), part.height);
  const staged = machine.take(rowsAtOnce * part.width * 4);
  const laid = machine.take(rowsAtOnce * part.width * 4);
  const seen = [machine.take(stride * 4), machine.take(stride * 4), machine.take(stride * 4)] as const;
  const layers = [machine.take(columns * 12), machine.take(columns * 12)] as const;
  const line = machine.take(columns * 16);
  const cells = machine.take(part.width * 4);
  const shares = machine.take(part.width * 2);
  const taps = machine.take(9 * 4);
  const { run, u32, f32, i16 } = machine;
  f32.set(
    weights.map(weight => weight * layerOne),
    taps / 4,
  );
  for (let x = 0; x < part.width; x++) {
    const place = placeOf(part.x + x, task.width, columns);
    u32[cells / 4 + x] = place.cell * 16;
    i16[shares / 2 + x] = Math.min(shareOne - 1, Math.round(place.share * shareOne));
  }
  // The kernel also looks up the cells of up to three pixels beyond the end.
  const lastCell = cells / 4 + part.width - 1;
  u32.fill(u32[lastCell] as number, lastCell, lastCell + 4);
  const centre = Math.min(shareOne - 1, Math.round((weights[4] as number) * shareOne));

  const held: [number, number] = [-1, -1];
  /** The address of a row of the layer, made if it is not at hand. Even rows and odd rows have a place each. */
  const layer = (row: number) => {
    const slot = (row % 2) as 0 | 1;
    if (held[slot] !== row) {
      held[slot] = row;
      seen.forEach((address, i) => {
        const from = Math.min(small.rows - 1, Math.max(0, row + (i - 1) * margin)) * stride;
        f32.set(small.values.subarray(from, from + stride), address / 4);
      });
      run.correlateRow(...seen, taps, columns * 3, layers[slot]);
    }
    return layers[slot];
  };

  let sinceYield = 0;
  for (let top = 0; top < part.height; top += rowsAtOnce) {
    const count = Math.min(rowsAtOnce, part.height - top);
    stageRows(u32, staged, task, part.x, part.y + top, part.width, count);
    for (let row = 0; row < count; row++) {
      const { cell, share } = placeOf(part.y + top + row, task.height, small.rows);
      run.lineBetween(layer(cell), layer(Math.min(cell + 1, small.rows - 1)), share, columns, line);
      const at = row * part.width * 4;
      run.layRow(staged + at, part.width, cells, shares, line, centre, laid + at);
    }
    out.set(u32.subarray(laid / 4, laid / 4 + count * part.width), top * part.width);
    sinceYield += count * part.width;
    if (sinceYield >= pixelsPerStep) {
      sinceYield = 0;
      yield;
    }
  }
}

/** The cell whose centre lies before pixel `i` and how far it is on its way to the next, clamped at both ends. */
function placeOf(i: number, side: number, cells: number): { cell: number; share: number } {
  const position = Math.min(cells - 1, Math.max(0, ((i + 0.5) * cells) / side - 0.5));
  const cell = Math.floor(position);
  return { cell, share: position - cell };
}
