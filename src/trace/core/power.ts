import { normalQuantile } from './tails.ts';

/** What a person expects of the model, before anything is asked. */
export interface Expected {
  /** How often the label will be said under its own filter, and under a decoy; 0 to 1. */
  readonly own: number;
  readonly decoys: number;
  /** Decoys that each photo is shown under; that some are shown under more only helps. */
  readonly each: number;
  /** Where p has to lie, in (0, ½); for one label of several, its share of that. */
  readonly alpha: number;
  /** Chance to get there, in (0, 1). */
  readonly power: number;
}

/**
 * Photos that a label needs for the paired test (matched.ts) to reach `alpha` with chance `power`; null where no
 * number does, because the label is not said more often under its own filter.
 *
 * By the normal approximation to both sides (as J. M. Lachin, "Power and sample size evaluation for the McNemar test",
 * Statistics in Medicine 11, 1992, for one decoy), with the answers to one photo taken as independent.
 */
export function photosNeeded({ own, decoys, each, alpha, power }: Expected): number | null {
  if (!(own > decoys)) return null;
  const shown = 1 + each;
  // Per photo: own hit − said / shown.
  const gain = (each / shown) * (own - decoys);
  const varies = (p: number) => p * (1 - p);
  const spread = (each / shown) ** 2 * (varies(own) + varies(decoys) / each);
  // The mean of q(1 − q), with q the part of a photo's pictures for which the label is said.
  const mean = (own + each * decoys) / shown;
  const variance = (varies(own) + each * varies(decoys)) / shown ** 2;
  const nullSpread = mean - mean ** 2 - variance;
  const reach = -normalQuantile(alpha) * Math.sqrt(Math.max(0, nullSpread));
  const chance = normalQuantile(power) * Math.sqrt(spread);
  // No fewer than make p small when all goes as expected at its best.
  const least = Math.log(alpha) / Math.log(1 / shown);
  return Math.max(Math.ceil(least), Math.ceil(((reach + chance) / gain) ** 2));
}
