import { margin, repeatEnds, type SmallCopy } from './smallCopy.ts';
import { Pace, type Steps } from './steps.ts';

/** `Kernels.smoothCopy`: weights of 1, 2, 1 over 4 along rows and columns, edges repeated (docs/method.md). */
export function* plainSmoothCopy({ columns, rows, values, stride }: SmallCopy): Steps<SmallCopy> {
  const smooth = new Float32Array(values.length);
  const across = new Float64Array(stride);
  const pace = new Pace();
  for (let row = 0; row < rows; row++) {
    const up = Math.max(0, row - 1) * stride;
    const mid = row * stride;
    const low = Math.min(rows - 1, row + 1) * stride;
    for (let i = 0; i < stride; i++) {
      across[i] = (values[up + i] as number) + 2 * (values[mid + i] as number) + (values[low + i] as number);
    }
    // The margins repeat the outermost cells, so no cell needs a test.
    for (let i = margin * 3; i < stride - margin * 3; i++) {
      const sum = (across[i - 3] as number) + 2 * (across[i] as number) + (across[i + 3] as number);
      smooth[mid + i] = sum / 16;
    }
    repeatEnds(smooth, mid, columns);
    if (pace.due(columns)) yield;
  }
  return { columns, rows, values: smooth, stride };
}
