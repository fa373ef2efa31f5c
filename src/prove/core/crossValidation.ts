import seedrandom from 'seedrandom';
import { shuffled } from '../../core/shuffled.ts';
import { classify, gramOf, type ShrinkageOf } from './lda.ts';

/** Parts that the samples are dealt into; each is told by what was learnt from the others. */
export const folds = 5;

/** What came of telling labels. */
export interface Hits {
  /** Samples that were told right, and samples in all. */
  readonly right: number;
  readonly total: number;
}

/**
 * How often shrinkage LDA tells the label of a sample that it has not learnt from: stratified cross-validation with
 * {@link folds} parts.
 *
 * @param samples spectra or mean colours, all of one length
 * @param labelOf the label of each, from 0; every label has at least {@link folds} samples
 * @param seed of the shuffle: the same seed, the same parts
 * @param shrink how the covariance within labels is shrunk, see `lda.ts`
 */
export function tellLabels(
  samples: readonly Float32Array[],
  labelOf: readonly number[],
  seed: string,
  shrink: ShrinkageOf,
): Hits {
  const gram = gramOf(samples);
  const parts = dealt(labelOf, seed);
  const labels = Math.max(...labelOf) + 1;
  const length = samples[0]?.length ?? 0;
  let right = 0;
  for (let part = 0; part < folds; part++) {
    const asked = indices(parts, p => p === part);
    const learnt = indices(parts, p => p !== part);
    const told = classify(gram, { samples: learnt, labelOf, labels, length, shrink }, asked);
    right += asked.filter((sample, i) => told[i] === labelOf[sample]).length;
  }
  return { right, total: samples.length };
}

/** The part of each sample: every label is shuffled and dealt round, going on where the label before it ended. */
export function dealt(labelOf: readonly number[], seed: string): readonly number[] {
  const random = seedrandom(seed);
  const parts = new Array<number>(labelOf.length).fill(0);
  let next = 0;
  for (const label of new Set([...labelOf].sort((a, b) => a - b))) {
    for (const sample of shuffled(
      indices(labelOf, l => l === label),
      random,
    )) {
      parts[sample] = next % folds;
      next += 1;
    }
  }
  return parts;
}

function indices(list: readonly number[], keep: (value: number) => boolean): number[] {
  return list.flatMap((value, index) => (keep(value) ? [index] : []));
}
