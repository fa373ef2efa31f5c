import { factorise, solve } from '../../core/cholesky.ts';
import { leastShare, type Shrinkage, shrinkageFrom } from './lda.ts';

/** A straight cut between two labels: what lies on its far side is taken for the second. */
export interface Cut {
  readonly weights: Float64Array;
  /** Half-way between the labels' means. */
  readonly middle: Float64Array;
}

/**
 * The cut that linear discriminant analysis learns, with the covariance within labels shrunk as `lda.ts` says
 * (`together`). Here the covariance itself is written down, since the cut is wanted and not only its answers.
 *
 * @param labelOf 0 or 1 for each sample; some of both
 */
export function learnCut(samples: readonly Float32Array[], labelOf: readonly number[]): Cut {
  const length = samples[0]?.length ?? 0;
  const means = [0, 1].map(label => meanOf(samples.filter((_, i) => labelOf[i] === label)));
  const meanAt = (label: number, k: number) => means[label]?.[k] ?? 0;
  const within = samples.map((sample, i) =>
    Float64Array.from(sample, (value, k) => value - meanAt(labelOf[i] ?? 0, k)),
  );
  const covariance = shrunkCovariance(within, length);
  const weights = Float64Array.from({ length }, (_, k) => meanAt(1, k) - meanAt(0, k));
  if (!factorise(covariance, length)) throw new Error('A shrunk covariance was not positive definite.');
  solve(covariance, length, weights);
  const middle = Float64Array.from({ length }, (_, k) => (meanAt(0, k) + meanAt(1, k)) / 2);
  return { weights, middle };
}

/** How far on the far side of a cut a sample lies; below 0 it is on the near side. */
export function sideOf({ weights, middle }: Cut, sample: ArrayLike<number>): number {
  return weights.reduce((sum, w, k) => sum + w * ((sample[k] ?? 0) - (middle[k] ?? 0)), 0);
}

function meanOf(samples: readonly Float32Array[]): Float64Array {
  const mean = new Float64Array(samples[0]?.length ?? 0);
  for (const sample of samples) {
    for (const [k, value] of sample.entries()) mean[k] = (mean[k] as number) + value / samples.length;
  }
  return mean;
}

/** (1 − δ)·S + δ·m·I of samples less their label's mean; the lower triangle, which is what Cholesky wants. */
function shrunkCovariance(within: readonly Float64Array[], length: number): Float64Array {
  const n = within.length;
  const covariance = new Float64Array(length * length);
  for (const z of within) {
    for (let i = 0; i < length; i++) {
      const own = (z[i] as number) / n;
      for (let j = 0, at = i * length; j <= i; j++, at++)
        covariance[at] = (covariance[at] as number) + own * (z[j] as number);
    }
  }
  const { intensity, scale } = shrinkageOf(covariance, within, length);
  // All samples of each label alike: nothing within labels, so any ridge will do.
  const ridge = scale > 0 ? Math.max(intensity, leastShare) * scale : 1;
  for (let i = 0; i < length; i++) {
    for (let j = 0, at = i * length; j <= i; j++, at++)
      covariance[at] = (1 - intensity) * (covariance[at] as number) + (i === j ? ridge : 0);
  }
  return covariance;
}

/** Ledoit and Wolf's shrinkage, from the covariance in place of the samples' inner products: both have the same sums. */
function shrinkageOf(covariance: Float64Array, within: readonly Float64Array[], length: number): Shrinkage {
  let trace = 0;
  let ofCovariance = 0;
  for (let i = 0; i < length; i++) {
    for (let j = 0, at = i * length; j < i; j++, at++) ofCovariance += 2 * (covariance[at] as number) ** 2;
    const own = covariance[i * length + i] as number;
    trace += own;
    ofCovariance += own * own;
  }
  const fourth = within.reduce((sum, z) => sum + z.reduce((own, value) => own + value * value, 0) ** 2, 0);
  return shrinkageFrom({ trace, fourth, ofCovariance }, within.length, length);
}
