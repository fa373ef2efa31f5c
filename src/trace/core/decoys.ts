import seedrandom from 'seedrandom';
import { CastChooser } from '../../core/cast/castChooser.ts';
import { cudaFilter } from '../../core/filter/cuda.ts';
import { VeilChooser, veilFilter } from '../../core/filter/veil.ts';
import type { Imprint } from '../../core/imprint.ts';
import type { MethodSettings } from '../../core/settings.ts';

/**
 * Filters and casts of keys that nobody has, to compare an owner's with. A decoy key goes through all that a real one does: as many
 * labels, the same method and settings, and the same choices of filters and casts that lie apart. So where a photo or a
 * model has nothing to do with the owner's key, that key and its decoys are exchangeable, and the rank of the owner's
 * filter among theirs gives an exact p-value (the Monte Carlo test; M. Dwass, "Modified randomization tests for
 * nonparametric hypotheses", 1957; B. Phipson and G. Smyth, "Permutation p-values should never be zero", 2010).
 *
 * That holds only for decoys that are drawn after the owner's filters were fixed, and never drawn again until the
 * answer pleases: give the seed in the report.
 */

/** Where and how many: as many labels as a claim's receipt lists (or up to the last one that is tested). */
export interface DecoyPlan {
  readonly settings: MethodSettings;
  readonly labels: number;
  /** Any text; fresh random digits for a claim. The same seed draws the same decoys. */
  readonly seed: string;
}

/**
 * What one decoy key gives its labels, in order. Which labels they are does not matter, since a key's seeds are as
 * good as random for every name. About a millisecond a label for each choice, so draw many on several threads: each depends on
 * `number` alone.
 *
 * @param number from 0
 */
export function decoyKey({ settings, labels, seed }: DecoyPlan, number: number): readonly Imprint[] {
  const random = seedrandom(`decoy/${seed}/${number}`);
  // 53 bits at a time, five times: more than the generator's own state could tell apart.
  const fresh = () => Array.from({ length: 5 }, () => random.double().toString(36).slice(2)).join('');
  const seeds = Array.from({ length: labels }, fresh);
  if (settings.method === 'cuda') {
    const { kernelSize, strength } = settings;
    return seeds.map(one => ({ filter: cudaFilter(one, kernelSize, strength), cast: null }));
  }
  const { strength } = settings;
  const veils = new VeilChooser();
  // Without a veil nothing hangs on the choice, which takes time.
  const draws = (one: string) => (strength === 0 ? new Array<number>(9).fill(0) : veils.add(one));
  const casts = settings.method === 'cast' ? new CastChooser() : null;
  return seeds.map(one => ({
    filter: veilFilter(draws(one), strength),
    cast: casts?.add(`cast/${one}`) ?? null,
  }));
}

/** `count` decoy keys, the first with number `from`. */
export function decoyKeys(plan: DecoyPlan, count: number, from = 0): readonly (readonly Imprint[])[] {
  return Array.from({ length: count }, (_, i) => decoyKey(plan, from + i));
}

/**
 * The chance, if the owner's key had nothing to do with it, that it would rank this high: (1 + how many decoys are at
 * least as great) / (1 + decoys). Never zero; no smaller than 1 / (1 + decoys).
 */
export function rankP(own: number, decoys: Iterable<number>): number {
  let all = 1;
  let asGreat = 1;
  for (const decoy of decoys) {
    all++;
    // Written so that a value which is no number counts against the owner.
    if (!(decoy < own)) asGreat++;
  }
  return asGreat / all;
}
