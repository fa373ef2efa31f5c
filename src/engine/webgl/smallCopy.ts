import type { Pixels } from '../engine.ts';
import { smallSize } from './axis.ts';

export interface SmallSize {
  readonly columns: number;
  readonly rows: number;
}

/** The small copy of a whole photo: means of 0 to 1 in rows, four floats a cell. */
export interface SmallCopy extends SmallSize {
  readonly values: Float32Array<ArrayBuffer>;
}

/** All zero, to be added to. */
export function emptySmallCopy(photo: Pixels, veilSize: number): SmallCopy {
  const size = smallSize(photo.width, photo.height, veilSize);
  return { ...size, values: new Float32Array(size.columns * size.rows * 4) };
}

/** The small copy smoothed by 1, 2, 1 over 4 along rows and columns, edges repeated. */
export function smoothedCopy({ columns, rows, values }: SmallCopy): SmallCopy {
  const across = new Float32Array(values.length);
  const smooth = new Float32Array(values.length);
  const stride = columns * 4;
  for (let i = 0; i < values.length; i++) {
    const column = (i % stride) >> 2;
    const left = column > 0 ? i - 4 : i;
    const right = column < columns - 1 ? i + 4 : i;
    across[i] = ((values[left] as number) + 2 * (values[i] as number) + (values[right] as number)) / 4;
  }
  for (let i = 0; i < values.length; i++) {
    const up = i >= stride ? i - stride : i;
    const low = i < stride * (rows - 1) ? i + stride : i;
    smooth[i] = ((across[up] as number) + 2 * (across[i] as number) + (across[low] as number)) / 4;
  }
  return { columns, rows, values: smooth };
}
