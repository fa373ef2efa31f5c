import type { Filter } from './filter.ts';

/**
 * What a filter does to each frequency: |H| / Σw on a square grid, frequency 0 in the middle, the finest detail (half a
 * cycle a tap) at the edges. Rows go from top to bottom in vertical frequency.
 *
 * @param side odd, so that there is a middle
 * @returns side² values in rows, 0 to 1
 */
export function frequencyResponse({ size, weights }: Filter, side: number): Float64Array {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const half = (side - 1) / 2;
  const at = (i: number) => (Math.PI * (i - half)) / half;
  const values = new Float64Array(side * side);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      let re = 0;
      let im = 0;
      for (let i = 0; i < weights.length; i++) {
        const phase = at(row) * Math.floor(i / size) + at(column) * (i % size);
        re += (weights[i] as number) * Math.cos(phase);
        im -= (weights[i] as number) * Math.sin(phase);
      }
      values[row * side + column] = Math.hypot(re, im) / sum;
    }
  }
  return values;
}

/** What is drawn as nothing left, in decibels. */
const responseFloor = -20;

/** A magnitude on a logarithmic scale: 1 passes whole, 0 is held back to a tenth or less. */
export function responseLevel(magnitude: number): number {
  const decibels = 20 * Math.log10(Math.max(magnitude, 1e-9));
  return Math.min(1, Math.max(0, 1 - decibels / responseFloor));
}
