import type { Filter } from './filter.ts';

/**
 * How far labels' filters lie apart: the squared distance between log spectra by which docs/method.md chooses
 * filters, for filters of any size and wherever their strongest tap stands.
 */

const us = 16;
const vs = 9;
const floor = 0.02;
const bins = us * vs;
const cos = Float64Array.from({ length: us }, (_, i) => Math.cos((2 * Math.PI * i) / us));
const sin = Float64Array.from({ length: us }, (_, i) => Math.sin((2 * Math.PI * i) / us));

/** ln(|H(u,v)| / Σw + 0.02) for u = 0…15, v = 0…8 of the 16-point transform; 144 values, v by v. */
export function logResponse({ size, weights }: Filter): Float64Array {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const values = new Float64Array(bins);
  for (let v = 0; v < vs; v++) {
    for (let u = 0; u < us; u++) {
      let re = 0;
      let im = 0;
      for (let i = 0; i < weights.length; i++) {
        const phase = (u * Math.floor(i / size) + v * (i % size)) % us;
        re += (weights[i] as number) * (cos[phase] as number);
        im -= (weights[i] as number) * (sin[phase] as number);
      }
      values[v * us + u] = Math.log(Math.hypot(re, im) / sum + floor);
    }
  }
  return values;
}

/** Squared distance between two {@link logResponse}s, a bin. */
function meanSquare(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < bins; i++) sum += ((a[i] as number) - (b[i] as number)) ** 2;
  return sum / bins;
}

/**
 * The squared distance a bin of the two nearest among `count` filters that were chosen apart at strength 0.3, as
 * `veil` chooses them: 0.65 to 0.87 for 2 labels, 0.13 to 0.16 for 10 and 0.045 to 0.047 for 50, over several keys;
 * this curve runs through them.
 */
export function chosenApart(count: number): number {
  return 1.2 * Math.max(2, count) ** -0.85;
}

/**
 * Nearer than this, in shares of {@link chosenApart}, two labels' filters count as too close to protect.
 *
 * What we measured (docs/evidence.md): ten labels chosen apart, whose nearest lie at about 1, left 10.5 % of 67; at
 * strength 0.2, nearest at about 0.3, still 18.9. Drawn as in the paper, nearest at 0.08 to 0.4, left 21 to 22; and of
 * two labels merely drawn, which lie at 0.07 to 0.5 of what choosing gives, models still told 72 to 93 % where chance
 * is 50. A sixth lies below all that was chosen and within what is drawn: the worst of the draws are below it.
 */
export const tooClose = 1 / 6;

export interface Pair {
  /** Indices into the filters, a < b. */
  readonly a: number;
  readonly b: number;
  /** In shares of what choosing apart gives for as many filters. */
  readonly distance: number;
}

export interface Distances {
  /** All pairs, the nearest first. */
  readonly pairs: readonly Pair[];
  /** From every filter to every other, 0 on the diagonal. */
  readonly matrix: readonly (readonly number[])[];
}

/** Distances between all filters. Costs the square of their number: 300 take some milliseconds. */
export function distancesBetween(filters: readonly Filter[]): Distances {
  const spectra = filters.map(logResponse);
  const unit = chosenApart(filters.length);
  const matrix = filters.map(() => filters.map(() => 0));
  const pairs: Pair[] = [];
  spectra.forEach((one, a) => {
    for (let b = a + 1; b < spectra.length; b++) {
      const distance = meanSquare(one, spectra[b] as Float64Array) / unit;
      pairs.push({ a, b, distance });
      (matrix[a] as number[])[b] = distance;
      (matrix[b] as number[])[a] = distance;
    }
  });
  pairs.sort((one, other) => one.distance - other.distance);
  return { pairs, matrix };
}

/** Whether two filters of a pair are too close to protect. */
export function isTooClose({ distance }: Pick<Pair, 'distance'>): boolean {
  return distance < tooClose;
}
