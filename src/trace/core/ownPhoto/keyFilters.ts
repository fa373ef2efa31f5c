import type { Filter } from '../../../core/filter/filter.ts';

/** The filters of several keys, one a label: the owner's first, then the decoys'. In flat memory, since it crosses threads. */
export interface KeyFilters {
  readonly keys: number;
  readonly labels: number;
  readonly taps: number;
  /** keys · labels · taps weights: key after key, in it label after label, in it the filter in rows. */
  readonly weights: Float64Array<ArrayBuffer>;
}

/** Filters of the same labels under several keys, in order. All must be of one size. */
export function keyFilters(keys: readonly (readonly Filter[])[]): KeyFilters {
  const labels = keys[0]?.length ?? 0;
  const taps = keys[0]?.[0]?.weights.length ?? 0;
  const weights = new Float64Array(keys.length * labels * taps);
  weights.set(keys.flatMap(filters => filters.flatMap(({ weights: own }) => [...own])));
  return { keys: keys.length, labels, taps, weights };
}

/** Filters of keys one after another; the same labels and taps. */
export function joined(parts: readonly KeyFilters[]): KeyFilters {
  const [first] = parts;
  const keys = parts.reduce((sum, part) => sum + part.keys, 0);
  const [labels, taps] = [first?.labels ?? 0, first?.taps ?? 0];
  const weights = new Float64Array(keys * labels * taps);
  let at = 0;
  for (const part of parts) {
    weights.set(part.weights, at);
    at += part.weights.length;
  }
  return { keys, labels, taps, weights };
}

/**
 * How well each key's filter of each label explains a photo: keys · labels natural logarithms of likelihoods, up to a
 * constant of the photo, so that several photos are pooled by adding them up.
 */
export type Scores = Float64Array<ArrayBuffer>;

/** A score for every filter. */
export function scoreAll(
  { keys, labels, taps, weights }: KeyFilters,
  score: (filter: Float64Array) => number,
): Scores {
  const scores = new Float64Array(keys * labels);
  for (let i = 0; i < scores.length; i++) {
    scores[i] = score(weights.subarray(i * taps, (i + 1) * taps));
  }
  return scores;
}
