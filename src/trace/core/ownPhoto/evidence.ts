import type { Scores } from './keyImprints.ts';

/**
 * What speaks for keys: what a photo's slow waves of colour say of their casts, and what its fine structure says of
 * their filters. Null where there is nothing to be said. The two look at parts of the photo that have next to nothing in
 * common, and both are logarithms of likelihoods; so they are joined by adding them up, before any rank is taken. Then
 * one rank among the decoys is one test, and its p-value is right.
 */
export interface Evidence {
  readonly cast: Scores | null;
  readonly filter: Scores | null;
}

/** The joint scores; null where nothing speaks. */
export function joint({ cast, filter }: Evidence): Scores | null {
  return summed([cast, filter]);
}

/** That of several photos, as of photos that all have one label. */
export function pooled(all: readonly Evidence[]): Evidence {
  return {
    cast: summed(all.map(({ cast }) => cast)),
    filter: summed(all.map(({ filter }) => filter)),
  };
}

function summed(all: readonly (Scores | null)[]): Scores | null {
  let sum: Scores | null = null;
  for (const scores of all) {
    if (scores === null) continue;
    if (sum === null) sum = scores.slice();
    else for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + (scores[i] as number);
  }
  return sum;
}
