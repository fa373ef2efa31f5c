import { rankP } from '../decoys.ts';
import { type Evidence, joint } from './evidence.ts';
import type { KeyImprints, Scores } from './keyImprints.ts';

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
  { keys, labels: all }: Pick<KeyImprints, 'keys' | 'labels'>,
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

/** A finding, and what each kind of evidence would come to by itself; null: there is none of that kind. */
export interface EvidencedFinding extends Finding {
  readonly alone: { readonly cast: number | null; readonly filter: number | null };
}

/**
 * What all evidence on a photo, or on several, comes to together. That of each kind by itself is told beside it and
 * decides nothing: who took the better of the two would have two chances. Null where nothing speaks.
 */
export function findingFrom(
  evidence: Evidence,
  keys: Pick<KeyImprints, 'keys' | 'labels'>,
  labels: readonly number[],
): EvidencedFinding | null {
  const scores = joint(evidence);
  if (scores === null) return null;
  const alone = (one: Scores | null) => one && findingOf(one, keys, labels).p;
  return {
    ...findingOf(scores, keys, labels),
    alone: { cast: alone(evidence.cast), filter: alone(evidence.filter) },
  };
}
