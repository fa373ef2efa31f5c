import { type Tries, tailOfSum } from './tails.ts';

/**
 * The paired test. One photo is shown under the own filter and under some decoys, and we note each time whether the
 * label was said: a matched set.
 *
 * Null hypothesis: the model treats the own filter as it treats a filter that is drawn afresh for each photo. Then each
 * of a set's pictures is as likely as any other to be the own one; so, given that the label was said for c of m
 * pictures, it was said for the own one with chance c / m, independently of the other sets, and the number of own hits
 * is a sum of such tries, whose tail is computed exactly. Nothing is assumed of photos or model; photos for which all m
 * pictures were answered alike tell nothing and drop out. With one decoy a photo this is McNemar's exact test
 * ("Note on the sampling error of the difference between correlated proportions", Psychometrika 12, 1947): a binomial
 * tail at ½ over the photos that were answered in two ways. With more it is the matched-sets test of Mantel and Haenszel
 * (J. Natl. Cancer Inst. 22, 1959) without their normal approximation. It uses all decoys of a photo, where drawing one
 * of them would throw the others away.
 *
 * What it does not say: why the own filter is unlike the average decoy. It has one and the same filter under all photos,
 * and a model may have a weakness for a filter by chance; that is what the rank among the decoys is for (rank.ts).
 */

/** One photo: its own picture, and its decoys'. */
export interface MatchedSet {
  /** Whether the label was said under the own filter. */
  readonly own: boolean;
  /** Decoys of this photo that were answered, and those of them for which the label was said. */
  readonly decoys: number;
  readonly hits: number;
}

/**
 * The one-sided p-value: the chance of as many own hits or more, if the null hypothesis holds. 1 without sets. Sets of
 * several labels may stand in one list.
 */
export function matchedP(sets: readonly MatchedSet[]): number {
  const groups = new Map<number, number>();
  let hits = 0;
  for (const { own, decoys, hits: others } of sets) {
    const said = others + (own ? 1 : 0);
    if (said === 0) continue;
    if (own) hits++;
    const chance = said / (1 + decoys);
    groups.set(chance, (groups.get(chance) ?? 0) + 1);
  }
  const tries: Tries[] = [...groups].map(([chance, count]) => ({ chance, count }));
  return tailOfSum(tries, hits);
}
