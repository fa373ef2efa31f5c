import { rankP } from '../decoys.ts';
import type { KeyFilters, Scores } from './keyFilters.ts';

/** Plain words for a p-value. */
export type SignOfMark = 'very-strong' | 'strong' | 'weak' | 'none';

export interface Finding {
  /** Number of the owner's label that fits best. */
  readonly label: number;
  /** Chance that the owner's key would fit as well if it had nothing to do with the photo; see `rankP`. */
  readonly p: number;
}

/** At most one in a thousand, in a hundred, in twenty by chance. 999 decoys are needed for the strongest words. */
export function signOf(p: number): SignOfMark {
  if (p <= 0.001) return 'very-strong';
  if (p <= 0.01) return 'strong';
  return p <= 0.05 ? 'weak' : 'none';
}

/**
 * The rank of the owner's key among the decoys, each by the label of it that fits best: so a key has as many chances as
 * any other, and the p-value is right for the best label too.
 *
 * @param labels numbers of those that the photo may have; fixed before anybody looks at the scores
 */
export function findingOf(
  scores: Scores,
  { keys, labels: all }: Pick<KeyFilters, 'keys' | 'labels'>,
  labels: readonly number[],
): Finding {
  const bestOf = (key: number) => Math.max(...labels.map(label => scores[key * all + label] as number));
  const own = bestOf(0);
  const label = labels.find(one => scores[one] === own) ?? labels[0] ?? 0;
  return {
    label,
    p: rankP(
      own,
      Array.from({ length: keys - 1 }, (_, i) => bestOf(i + 1)),
    ),
  };
}

/** Scores of several photos together, as of photos that all have one label. At least one. */
export function pooled(all: readonly Scores[]): Scores {
  const sum = new Float64Array(all[0]?.length ?? 0);
  for (const scores of all) {
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + (scores[i] as number);
  }
  return sum;
}
