/**
 * The own filter's rank among its decoys, and what it is worth.
 *
 * Null hypothesis: the model has nothing to do with the key. Then the own filter and its decoys were drawn alike, and
 * each of the 1 + D is as likely as the others to be whatever it turns out to be. This is what the paired test cannot
 * offer: it takes into account that a model may have a weakness for one filter by chance. No number of photos makes it
 * smaller than 1 / (1 + D); more decoys do, or several labels together (combined.ts).
 *
 * If every photo was shown under every decoy, filters are compared by their rates, and p = (1 + those at least as
 * great) / (1 + D), exactly (M. Dwass, "Modified randomization tests for nonparametric hypotheses", 1957).
 *
 * If each photo was shown under some decoys only, rates come from different photos and unequal numbers of them and may
 * not be compared. But the own filter and one decoy may, on the photos that both were shown on. So filters play a
 * tournament of which we see the own one's matches: photos are dealt to decoys as to the D rounds in which 1 + D
 * (an even number) players all meet; in every round every player plays the photos of that round. By symmetry every
 * filter then has the same chance to fail to win k matches or fewer, and in no tournament do more than 2k + 1 players
 * do so well (among q such players q(q − 1)/2 matches are played, and each is not won by somebody: at most kq).
 * Hence p ≤ (2k + 1) / (1 + D), for any model, any photos and any number of them; and 1 / (1 + D) for the winner of all.
 */

/** How often the label was said, on the photos that the own filter and one decoy share. */
export interface Match {
  readonly own: number;
  readonly decoy: number;
}

export interface Rank {
  /** 1: before all decoys. A decoy that did as well stands before the own filter. */
  readonly rank: number;
  /** Filters in all, the own one and its decoys. */
  readonly of: number;
  readonly p: number;
}

/** @param complete whether every decoy was shown on the same photos as the own filter, and all were answered */
export function rankAmong(matches: readonly Match[], complete: boolean): Rank {
  const notBeaten = matches.filter(({ own, decoy }) => decoy >= own).length;
  const of = 1 + matches.length;
  const worse = complete ? notBeaten : 2 * notBeaten;
  return { rank: 1 + notBeaten, of, p: Math.min(1, (1 + worse) / of) };
}
