/**
 * The own filter's rank among its decoys, and what it is worth.
 *
 * Null hypothesis: the model has nothing to do with the key. Then the own filter and its decoys were drawn alike, and
 * on the same photos each of the 1 + D is as likely as the others to do best. So the chance to come among the first r is
 * r / (1 + D), exactly, for any model and any photos (M. Dwass, "Modified randomization tests for nonparametric
 * hypotheses", Ann. Math. Statist. 28, 1957). This is what the paired test cannot offer: it takes into account that a
 * model may have a weakness for one filter by chance. No number of photos makes it smaller than 1 / (1 + D); more decoys
 * do, or several labels together.
 */
export interface Rank {
  /** 1: before all decoys. */
  readonly rank: number;
  /** Filters in all, the own one and its decoys. */
  readonly of: number;
  readonly p: number;
}

/**
 * @param own how often the label was said under the own filter
 * @param decoys and under each decoy, on the same photos. Those that did as well stand before the own filter
 */
export function rankAmong(own: number, decoys: readonly number[]): Rank {
  const rank = 1 + decoys.filter(decoy => decoy >= own).length;
  const of = 1 + decoys.length;
  return { rank, of, p: rank / of };
}

/**
 * Several ranks at once, as E. S. Edgington adds p-values ("An additive method for combining probability values from
 * independent experiments", J. Psychol. 80, 1972), but counted exactly: the chance that as many ranks, each 1 to `of`
 * alike, have a sum as small. Ranks need not be independent, if each is uniform given those before it; ties, which
 * `rankAmong` counts against the own filter, only make it greater. A label for which all filters did alike may be left out, since that says
 * nothing of which is the own one. 1 of none.
 *
 * It is made for labels that all carry the mark, more or less: ten third ranks of 40 come to p = 3·10⁻⁹.
 */
export function rankSumP(ranks: readonly number[], of: number): number {
  const sum = ranks.reduce((all, rank) => all + rank, 0);
  if (ranks.length === 0) return 1;
  // The chance of each sum up to ours, one rank more at a time; a window slides over the sums before.
  let chances = new Float64Array(sum + 1);
  chances[0] = 1;
  for (let n = 0; n < ranks.length; n++) {
    const next = new Float64Array(sum + 1);
    let window = 0;
    for (let total = 1; total <= sum; total++) {
      window += chances[total - 1] as number;
      if (total > of) window -= chances[total - 1 - of] as number;
      next[total] = Math.max(0, window) / of;
    }
    chances = next;
  }
  return Math.min(
    1,
    chances.reduce((all, chance) => all + chance, 0),
  );
}
