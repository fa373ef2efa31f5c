import seedrandom from 'seedrandom';
import { chernoffBound, evenMean, normals, simulatedAccuracy } from './theory.ts';

/** Accuracy on clean points over all pairs of filters: column by a₋₁, row by a₁, both from 0 to ½. */
export interface Chart {
  readonly norm: number;
  readonly d: number;
  readonly side: number;
  /** By trying the rule on points; the same points in every cell, so that the contours are smooth. */
  readonly simulated: Float64Array;
  /** The Chernoff bound. */
  readonly bound: Float64Array;
}

/** Values of ‖μ‖ that are shown, as in the paper. */
export const chartNorms = [1, 2.5, 5] as const;

/** Filters along each side, and points tried a cell (each as one of both classes). */
const chartSide = 31;
const points = 2000;

/** The outer tap of a column or row. */
function tapAt(index: number, side: number): number {
  return (0.5 * index) / (side - 1);
}

/** One chart; takes some tenths of a second. The same seed gives the same chart. */
export function drawChart(norm: number, d: number, seed: string): Chart {
  const side = chartSide;
  const noise = normals(points * d, seedrandom(seed));
  const mean = evenMean(norm, d);
  const simulated = new Float64Array(side * side);
  const bound = new Float64Array(side * side);
  for (let row = 0; row < side; row++) {
    // Changing the filters over turns every point into its opposite, so half of the cells tell the rest.
    for (let column = 0; column <= row; column++) {
      const mixture = { a1: tapAt(row, side), aMinus1: tapAt(column, side), mean };
      const accuracy = simulatedAccuracy(mixture, noise);
      const limit = chernoffBound(mixture);
      for (const at of [row * side + column, column * side + row]) {
        simulated[at] = accuracy;
        bound[at] = limit;
      }
    }
  }
  return { norm, d, side, simulated, bound };
}
