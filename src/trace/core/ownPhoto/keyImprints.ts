import { castLength } from '../../../core/cast/cast.ts';
import type { Imprint } from '../../../core/imprint.ts';

/** What several keys give their labels: the owner's first, then the decoys'. In flat memory, since it crosses threads. */
export interface KeyImprints {
  readonly keys: number;
  readonly labels: number;
  readonly taps: number;
  /** keys · labels · taps weights: key after key, in it label after label, in it the filter in rows. */
  readonly weights: Float64Array<ArrayBuffer>;
  /** The casts' 21 numbers in the same order; null where the method lays none. */
  readonly casts: Float64Array<ArrayBuffer> | null;
}

/** Imprints of the same labels under several keys, in order. All filters must be of one size. */
export function keyImprints(keys: readonly (readonly Imprint[])[]): KeyImprints {
  const all = keys.flat();
  const taps = all[0]?.filter.weights.length ?? 0;
  const weights = Float64Array.from(all.flatMap(({ filter }) => filter.weights));
  const casts = all.flatMap(({ cast }) => cast ?? []);
  return {
    keys: keys.length,
    labels: keys[0]?.length ?? 0,
    taps,
    weights,
    casts: casts.length > 0 ? Float64Array.from(casts) : null,
  };
}

/** Imprints of keys one after another; the same labels and method. */
export function joined(parts: readonly KeyImprints[]): KeyImprints {
  const [first] = parts;
  const casts = parts.flatMap(part => part.casts ?? []);
  return {
    keys: parts.reduce((sum, { keys }) => sum + keys, 0),
    labels: first?.labels ?? 0,
    taps: first?.taps ?? 0,
    weights: afterOneAnother(parts.map(({ weights }) => weights)),
    casts: casts.length > 0 ? afterOneAnother(casts) : null,
  };
}

function afterOneAnother(parts: readonly Float64Array[]): Float64Array<ArrayBuffer> {
  const whole = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * How well each key's imprint of each label explains a photo: keys · labels natural logarithms of likelihoods, up to a
 * constant of the photo, so that several photos, and several kinds of evidence on one, are pooled by adding them up.
 */
export type Scores = Float64Array<ArrayBuffer>;

/** A score for every filter. */
export function scoreFilters(
  { weights, taps }: Pick<KeyImprints, 'weights' | 'taps'>,
  score: (filter: Float64Array) => number,
): Scores {
  return scoreEach(weights, taps, score);
}

/** A score for every cast. */
export function scoreCasts(casts: Float64Array, score: (cast: Float64Array) => number): Scores {
  return scoreEach(casts, castLength, score);
}

function scoreEach(numbers: Float64Array, each: number, score: (one: Float64Array) => number): Scores {
  const scores = new Float64Array(each > 0 ? numbers.length / each : 0);
  for (let i = 0; i < scores.length; i++) scores[i] = score(numbers.subarray(i * each, (i + 1) * each));
  return scores;
}
