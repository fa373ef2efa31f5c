import type { Filter } from '../../../core/filter/filter.ts';

interface Grid {
  readonly columns: number;
  readonly rows: number;
}

/** Cells that the side taps reach over. */
const reach = 2;

/**
 * The side taps' answer to a plane's small copy, two cells apart, edges repeated (docs/method.md). All of this goes in
 * rows with their ends repeated, so that no cell asks where the edge is: it is the half of the work on a small photo.
 *
 * @param cells the small copy in rows
 * @param smooth first by 1, 2, 1 over 4 along rows and columns, as a cast's veil wants it
 */
export function veilCells(cells: Float32Array, grid: Grid, filter: Filter, smooth: boolean): Float32Array {
  const { columns, rows } = grid;
  const wide = widened(cells, grid);
  const small = smooth ? smoothed(wide, grid) : wide;
  const stride = columns + 2 * reach;
  const [a = 0, b = 0, c = 0, d = 0, , f = 0, g = 0, h = 0, i = 0] = filter.weights;
  const veil = new Float32Array(columns * rows);
  for (let y = 0; y < rows; y++) {
    const up = Math.max(0, y - reach) * stride;
    const mid = y * stride;
    const low = Math.min(rows - 1, y + reach) * stride;
    const to = y * columns;
    for (let x = 0; x < columns; x++) {
      veil[to + x] =
        a * (small[up + x] as number) +
        b * (small[up + x + 2] as number) +
        c * (small[up + x + 4] as number) +
        d * (small[mid + x] as number) +
        f * (small[mid + x + 4] as number) +
        g * (small[low + x] as number) +
        h * (small[low + x + 2] as number) +
        i * (small[low + x + 4] as number);
    }
  }
  return veil;
}

/** Rows that begin and end with {@link reach} repetitions of their outermost cell. */
function widened(cells: Float32Array, { columns, rows }: Grid): Float32Array {
  const stride = columns + 2 * reach;
  const wide = new Float32Array(stride * rows);
  for (let y = 0; y < rows; y++) {
    wide.set(cells.subarray(y * columns, (y + 1) * columns), y * stride + reach);
    repeatEnds(wide, y * stride, columns);
  }
  return wide;
}

function repeatEnds(wide: Float32Array, start: number, columns: number): void {
  const first = start + reach;
  const last = first + columns - 1;
  wide.fill(wide[first] as number, start, first);
  wide.fill(wide[last] as number, last + 1, last + 1 + reach);
}

function smoothed(wide: Float32Array, { columns, rows }: Grid): Float32Array {
  const stride = columns + 2 * reach;
  const smooth = new Float32Array(wide.length);
  const across = new Float32Array(stride);
  for (let y = 0; y < rows; y++) {
    const up = Math.max(0, y - 1) * stride;
    const mid = y * stride;
    const low = Math.min(rows - 1, y + 1) * stride;
    for (let x = 0; x < stride; x++) {
      across[x] = (wide[up + x] as number) + 2 * (wide[mid + x] as number) + (wide[low + x] as number);
    }
    for (let x = reach; x < reach + columns; x++) {
      const sum = (across[x - 1] as number) + 2 * (across[x] as number) + (across[x + 1] as number);
      smooth[mid + x] = sum / 16;
    }
    repeatEnds(smooth, mid, columns);
  }
  return smooth;
}
