import type { Filter } from '../../core/filter/filter.ts';

/** A `cuda` filter as whole numbers, so that sums are exact and come out the same in any order and on any machine. */
export interface Taps {
  readonly size: number;
  readonly radius: number;
  /** Weights in rows as they are, for exact values. */
  readonly exact: Float64Array;
  /** Weights · 32767, rounded: they fit 16 bits. */
  readonly whole: Int16Array;
  /** Σ whole · 255: no sum over a photo is greater. Below 2^31 for every kernel up to 15 × 15. */
  readonly greatestSum: number;
  /** Σ |whole / 32767 − exact|: a filtered value is off by at most so much times the photo's greatest value. */
  readonly error: number;
}

/** What a weight of 1 becomes. */
export const unit = 32767;

/** Throws a RangeError for a filter that no key could have drawn. */
export function tapsOf(filter: Filter): Taps {
  const { size, weights } = filter;
  if (size % 2 !== 1 || size > 15 || weights.length !== size * size) throw new RangeError('filter size');
  if (!weights.every(weight => weight >= 0 && weight <= 1)) throw new RangeError('filter weight');
  const exact = Float64Array.from(weights);
  const whole = Int16Array.from(weights, weight => Math.round(weight * unit));
  let sum = 0;
  let error = 0;
  for (let i = 0; i < whole.length; i++) {
    const rounded = whole[i] as number;
    sum += rounded;
    error += Math.abs(rounded / unit - (exact[i] as number));
  }
  return { size, radius: (size - 1) / 2, exact, whole, greatestSum: sum * 255, error };
}
