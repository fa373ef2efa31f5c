import type { Filter } from '../../core/filter/filter.ts';
import { type LinearOperator, leastSquares } from '../../core/restoreSolve.ts';
import {
  type Axis,
  averageAxis,
  chainedAxis,
  enlargeAxis,
  mapPlane,
  smoothAxis,
  transposedAxis,
} from './restoreAxis.ts';

/**
 * A veil (docs/method.md) as a linear operator, and its undoing: that of the method `veil`, and that of `cast`, whose small
 * copy is smoothed before the taps see it.
 *
 * A photo x becomes b = c·x + U·K·D·x: c the centre tap, D the area average that makes the small copy, K the side taps on
 * it (after the smoothing, where there is one), U the enlargement. All that b says of the veil lies in the small copy s = D·x, and averaging b gives equations for it
 * alone: D·b = (c + D·U·K)·s. They are as many as the small copy has cells, whatever size the photo has, and D·U is a few
 * shares along each side; so least squares is solved there, and the photo is passed over twice: once to average it, once
 * to take the veil U·K·s off and divide by c.
 */
export interface VeilShape {
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  readonly weights: readonly number[];
  /** D across and down, U across and down. */
  readonly average: { readonly across: Axis; readonly down: Axis };
  readonly enlarge: { readonly across: Axis; readonly down: Axis };
  /** What the small copy goes through before the taps; null: nothing. */
  readonly smooth: { readonly across: Axis; readonly down: Axis } | null;
}

/** A veil as a treatment lays it. */
export interface LaidVeil {
  readonly method: 'veil' | 'cast';
  /** 3 × 3, its weights summing to 1. */
  readonly filter: Filter;
  /** Short side of the small copy, pixels. */
  readonly veilSize: number;
}

/** How a veil lies on a photo of this size. */
export function veilShape(width: number, height: number, { method, filter, veilSize }: LaidVeil): VeilShape {
  const short = Math.min(width, height);
  const n = Math.min(short, veilSize);
  const cells = (side: number) => Math.max(1, Math.floor((side * n) / short + 0.5));
  const [columns, rows] = [cells(width), cells(height)];
  return {
    width,
    height,
    columns,
    rows,
    weights: filter.weights,
    average: { across: averageAxis(width, columns), down: averageAxis(height, rows) },
    enlarge: { across: enlargeAxis(columns, width), down: enlargeAxis(rows, height) },
    smooth: method === 'cast' ? { across: smoothAxis(columns), down: smoothAxis(rows) } : null,
  };
}

const centre = 4;
/** Cells between neighbouring taps. */
const apart = 2;

/** K: what the taps make of a plane of cells, smoothed before where the veil is, and its adjoint. */
function veilTaps({ columns, rows, weights, smooth }: VeilShape): LinearOperator<Float64Array> {
  const taps = sideTaps(columns, rows, weights);
  if (smooth === null) return taps;
  const soft = new Float64Array(columns * rows);
  return {
    ...taps,
    apply(x, out) {
      mapPlane(smooth.across, smooth.down, x, soft);
      taps.apply(soft, out);
    },
    // Smoothing is its own adjoint.
    adjoint(y, out) {
      taps.adjoint(y, soft);
      mapPlane(smooth.across, smooth.down, soft, out);
    },
  };
}

/** The side taps on a plane of cells, edges repeated, and their adjoint. */
function sideTaps(columns: number, rows: number, weights: readonly number[]): LinearOperator<Float64Array> {
  const inside = (i: number, count: number) => Math.min(count - 1, Math.max(0, i));
  const seen = [-apart, 0, apart].map(across =>
    Int32Array.from({ length: columns }, (_, x) => inside(x + across, columns)),
  );
  /** For each tap and row: where the row that it sees begins, where its own does, the columns that it sees. */
  const eachRow = (visit: (from: number, to: number, columnsSeen: Int32Array, weight: number) => void) => {
    for (const [tap, weight] of weights.entries()) {
      if (tap === centre) continue;
      const down = apart * (Math.floor(tap / 3) - 1);
      for (let y = 0; y < rows; y++) {
        visit(inside(y + down, rows) * columns, y * columns, seen[tap % 3] as Int32Array, weight);
      }
    }
  };
  return {
    domain: columns * rows,
    range: columns * rows,
    apply(x, out) {
      out.fill(0);
      eachRow((from, to, columnsSeen, weight) => {
        for (let i = 0; i < columns; i++) {
          out[to + i] = (out[to + i] as number) + weight * (x[from + (columnsSeen[i] as number)] as number);
        }
      });
    },
    adjoint(y, out) {
      out.fill(0);
      eachRow((from, to, columnsSeen, weight) => {
        for (let i = 0; i < columns; i++) {
          const at = from + (columnsSeen[i] as number);
          out[at] = (out[at] as number) + weight * (y[to + i] as number);
        }
      });
    },
  };
}

/**
 * The whole of A on one colour plane of the photo: what is undone, exactly as it was done but for the rounding.
 *
 * @forTests which hold it against the engine and against another implementation; restoring solves for the small copy
 */
export function veilOperator(shape: VeilShape): LinearOperator<Float64Array> {
  const { width, height, columns, rows, weights, average, enlarge } = shape;
  const taps = veilTaps(shape);
  const kept = weights[centre] as number;
  const [small, veil] = [new Float64Array(columns * rows), new Float64Array(columns * rows)];
  const across = { average: transposedAxis(average.across), enlarge: transposedAxis(enlarge.across) };
  const down = { average: transposedAxis(average.down), enlarge: transposedAxis(enlarge.down) };
  return {
    domain: width * height,
    range: width * height,
    apply(x, out) {
      mapPlane(average.across, average.down, x, small);
      taps.apply(small, veil);
      mapPlane(enlarge.across, enlarge.down, veil, out);
      addShare(kept, x, out);
    },
    adjoint(y, out) {
      mapPlane(across.enlarge, down.enlarge, y, veil);
      taps.adjoint(veil, small);
      mapPlane(across.average, down.average, small, out);
      addShare(kept, y, out);
    },
  };
}

function addShare(share: number, x: Float64Array, out: Float64Array): void {
  for (let i = 0; i < out.length; i++) out[i] = (out[i] as number) + share * (x[i] as number);
}

/** c + D·U·K on planes of cells: the equations of the small copy. */
export function smallOperator(shape: VeilShape): LinearOperator<Float64Array> {
  const { columns, rows, weights, average, enlarge } = shape;
  const taps = veilTaps(shape);
  const kept = weights[centre] as number;
  const across = chainedAxis(enlarge.across, average.across);
  const down = chainedAxis(enlarge.down, average.down);
  const [acrossBack, downBack] = [transposedAxis(across), transposedAxis(down)];
  const between = new Float64Array(columns * rows);
  return {
    domain: columns * rows,
    range: columns * rows,
    apply(x, out) {
      taps.apply(x, between);
      mapPlane(across, down, between, out);
      addShare(kept, x, out);
    },
    adjoint(y, out) {
      mapPlane(acrossBack, downBack, y, between);
      taps.adjoint(between, out);
      addShare(kept, y, out);
    },
  };
}

/** Variance, in levels², of what the veil typically does to a cell: what λ weighs the noise against. */
const typicalChange = 100;
const mostSteps = 300;

/**
 * U·K·s, the veil's own cells, for one colour plane.
 *
 * λ is the noise of an averaged cell over what the method typically changes in one. It matters only where the filter
 * lets next to nothing of a pattern through (its response has zeros), which would come back as amplified rounding.
 *
 * @param small D·b: the small copy of the protected photo
 * @param variance of the noise in each value of the protected photo, levels²
 */
export function veilCells(shape: VeilShape, small: Float64Array, variance: number): Float64Array {
  const perCell = (shape.width * shape.height) / small.length;
  const damping = variance / perCell / typicalChange;
  const guess = small.slice();
  leastSquares(
    smallOperator(shape),
    small,
    guess,
    { damping, tolerance: 1e-5, mostSteps },
    length => new Float64Array(length),
  );
  const cells = new Float64Array(small.length);
  veilTaps(shape).apply(guess, cells);
  return cells;
}
