import { cutsOf } from '../../core/picture/cuts.ts';
import type { Photo } from './exact.ts';
import type { Machine } from './machine.ts';
import { margin, repeatEnds, type SmallCopy } from './smallCopy.ts';
import { stagedRows, stageRows } from './staging.ts';
import { Pace, type Steps } from './steps.ts';

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
  const pace = new Pace();

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

    if (pace.due((end - first) * width)) yield;
  }
  return { columns, rows, values, stride };
}

/** `Kernels.smoothCopy`; see `smoothCopy.ts`. */
export function* vectorSmoothCopy(
  machine: Machine,
  { columns, rows, values, stride }: SmallCopy,
): Steps<SmallCopy> {
  const smooth = new Float32Array(values.length);
  // Row r lies in place r mod 3, where it stays as long as a row beside it wants it.
  const places = [machine.take(stride * 4), machine.take(stride * 4), machine.take(stride * 4)] as const;
  const cells = machine.take(columns * 12);
  const { run, f32 } = machine;
  const placeOf = (row: number) => places[(row % 3) as 0 | 1 | 2];
  const stage = (row: number) => {
    f32.set(values.subarray(row * stride, (row + 1) * stride), placeOf(row) / 4);
  };
  const firstNumber = (margin - 1) * 3 * 4;
  stage(0);
  for (let row = 0; row < rows; row++) {
    if (row + 1 < rows) stage(row + 1);
    const up = placeOf(Math.max(0, row - 1)) + firstNumber;
    const low = placeOf(Math.min(rows - 1, row + 1)) + firstNumber;
    run.smoothRow(up, placeOf(row) + firstNumber, low, columns * 3, cells);
    smooth.set(f32.subarray(cells / 4, cells / 4 + columns * 3), row * stride + margin * 3);
    repeatEnds(smooth, row * stride, columns);
  }
  return { columns, rows, values: smooth, stride };
}
