import type { Values } from '../../core/restoreSolve.ts';

/**
 * A linear map along one side of a picture whose numbers each depend on a few neighbours: averaging, enlarging, and what
 * they make together. A map of a whole picture is one across and one down.
 */
export interface Axis {
  readonly from: number;
  readonly to: number;
  /** For each number out, the first one in that it depends on … */
  readonly first: Int32Array;
  /** … and where its shares begin in `shares`; one more at the end. */
  readonly start: Int32Array;
  readonly shares: Float64Array;
}

/** Area average (docs/method.md): `cells` means over a side of `side` pixels. */
export function averageAxis(side: number, cells: number): Axis {
  return axisOf(side, cells, cell => {
    const from = (cell * side) / cells;
    const to = ((cell + 1) * side) / cells;
    const first = Math.floor(from);
    const count = Math.min(side, Math.ceil(to)) - first;
    const share = (i: number) => (Math.min(i + 1, to) - Math.max(i, from)) / (to - from);
    return { first, shares: Array.from({ length: count }, (_, i) => share(first + i)) };
  });
}

/** Linear interpolation between cell centres (docs/method.md): `cells` numbers spread over `side` pixels. */
export function enlargeAxis(cells: number, side: number): Axis {
  return axisOf(cells, side, i => {
    const at = Math.min(cells - 1, Math.max(0, ((i + 0.5) * cells) / side - 0.5));
    const first = Math.min(Math.floor(at), Math.max(0, cells - 2));
    const share = at - first;
    return { first, shares: cells === 1 ? [1] : [1 - share, share] };
  });
}

/** Weights of 1, 2, 1 over 4, edges repeated (docs/method.md). It is its own adjoint. */
export function smoothAxis(cells: number): Axis {
  return axisOf(cells, cells, i => {
    if (cells === 1) return { first: 0, shares: [1] };
    if (i === 0) return { first: 0, shares: [0.75, 0.25] };
    return i === cells - 1
      ? { first: i - 1, shares: [0.25, 0.75] }
      : { first: i - 1, shares: [0.25, 0.5, 0.25] };
  });
}

/** The map that does `second` after `first`. */
export function chainedAxis(first: Axis, second: Axis): Axis {
  return axisOf(first.from, second.to, out => {
    const sums = new Map<number, number>();
    eachShare(second, out, (middle, outer) => {
      eachShare(first, middle, (i, inner) => sums.set(i, (sums.get(i) ?? 0) + outer * inner));
    });
    return stretchOf(sums);
  });
}

/** The adjoint. */
export function transposedAxis(axis: Axis): Axis {
  const columns = Array.from({ length: axis.from }, () => new Map<number, number>());
  for (let out = 0; out < axis.to; out++) eachShare(axis, out, (i, share) => columns[i]?.set(out, share));
  return axisOf(axis.to, axis.from, i => stretchOf(columns[i] ?? new Map()));
}

interface Stretch {
  readonly first: number;
  readonly shares: readonly number[];
}

function stretchOf(shares: ReadonlyMap<number, number>): Stretch {
  if (shares.size === 0) return { first: 0, shares: [] };
  const first = Math.min(...shares.keys());
  const last = Math.max(...shares.keys());
  return { first, shares: Array.from({ length: last - first + 1 }, (_, i) => shares.get(first + i) ?? 0) };
}

function axisOf(from: number, to: number, stretch: (out: number) => Stretch): Axis {
  const stretches = Array.from({ length: to }, (_, out) => stretch(out));
  const start = new Int32Array(to + 1);
  stretches.forEach(({ shares }, out) => {
    start[out + 1] = (start[out] as number) + shares.length;
  });
  const first = Int32Array.from(stretches, stretch => stretch.first);
  return { from, to, first, start, shares: Float64Array.from(stretches.flatMap(({ shares }) => shares)) };
}

/** The numbers that one number out depends on, with their shares. */
export function eachShare(axis: Axis, out: number, visit: (i: number, share: number) => void): void {
  const start = axis.start[out] as number;
  const end = axis.start[out + 1] as number;
  const first = (axis.first[out] as number) - start;
  for (let at = start; at < end; at++) visit(first + at, axis.shares[at] as number);
}

/** Applies a map to one row: `row[at … at + axis.from)` to `out[to … to + axis.to)`. */
export function mapRow(axis: Axis, row: Values, at: number, out: Values, to: number): void {
  const { first, start, shares } = axis;
  for (let i = 0; i < axis.to; i++) {
    const end = start[i + 1] as number;
    let from = at + (first[i] as number);
    let sum = 0;
    for (let s = start[i] as number; s < end; s++) sum += (shares[s] as number) * (row[from++] as number);
    out[to + i] = sum;
  }
}

/** Applies one map across and one down to a plane of `down.from` rows of `across.from` numbers. */
export function mapPlane(across: Axis, down: Axis, plane: Values, out: Values): void {
  const lines = new Float64Array(down.from * across.to);
  for (let y = 0; y < down.from; y++) mapRow(across, plane, y * across.from, lines, y * across.to);
  for (let y = 0; y < down.to; y++) {
    const at = y * across.to;
    out.fill(0, at, at + across.to);
    eachShare(down, y, (row, share) => {
      const from = row * across.to;
      for (let x = 0; x < across.to; x++) {
        out[at + x] = (out[at + x] as number) + share * (lines[from + x] as number);
      }
    });
  }
}
