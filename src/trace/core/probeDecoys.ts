import seedrandom from 'seedrandom';
import { CastChooser } from '../../core/cast/castChooser.ts';
import { cudaFilter } from '../../core/filter/cuda.ts';
import type { Filter } from '../../core/filter/filter.ts';
import { veilFilter } from '../../core/filter/veil.ts';
import { spectrumBins, spectrumOf } from '../../core/filter/veilSpectrum.ts';
import type { Imprint } from '../../core/imprint.ts';
import type { Claim } from './claim.ts';

/**
 * Decoys of one label of a claim: filters and casts as another key might have given to that label, had it given those
 * before it the same as the owner's. Drawn so, the own ones and the decoys are exchangeable given all labels before, so that the ranks
 * of labels, taken in the receipt's order, may be added up (`rankSumP` in statistics/rank.ts). Decoys that
 * belong to whole other keys (decoys.ts) would not give that for filters and casts that are chosen to lie apart: they
 * are for questions about one label, or about all at once.
 */

/** As in veil.ts: the choice that a key makes. A test holds the two against each other. */
const taps = 9;
const centre = 4;
const candidates = 256;
const choiceStrength = 0.3;

/**
 * The same claim, place and seed give the same decoys. Costs a millisecond or so each, more after very many labels.
 *
 * @param place of the label in the receipt's list
 * @param seed any text; draw it when the probes are made, never again for the same probes, and note it
 */
export function decoysOfLabel(claim: Claim, place: number, seed: string, count: number): readonly Imprint[] {
  const { settings } = claim.receipt;
  const seeds = Array.from({ length: count }, (_, number) => `probe/${seed}/${place}/${number}`);
  if (settings.method === 'cuda') {
    const { kernelSize, strength } = settings;
    return seeds.map(one => ({ filter: cudaFilter(one, kernelSize, strength), cast: null }));
  }
  const before = claim.filters.slice(0, place);
  const filterFor = veilDecoys(before, settings.strength);
  const casts = before.flatMap(({ cast }) => (cast ? [cast] : []));
  return seeds.map(one => ({
    filter: filterFor(one),
    cast: settings.method === 'cast' ? new CastChooser(casts).add(`cast/${one}`) : null,
  }));
}

/** Without a veil there is nothing to choose: all filters change nothing. */
function veilDecoys(before: readonly Imprint[], strength: number): (seed: string) => Filter {
  if (strength === 0) return () => veilFilter(new Array<number>(taps).fill(0), 0);
  const taken = before.map(({ filter }) => takenSpectrum(filter, strength));
  return seed => veilFilter(farthestDraws(seed, taken), strength);
}

/** The spectrum that a filter was chosen by, whatever strength it is used with. */
function takenSpectrum({ weights }: Filter, strength: number): Float64Array {
  const middle = weights[centre] ?? 1;
  const chosenAt = weights.map((weight, i) =>
    i === centre ? 1 : (choiceStrength * weight) / (middle * strength),
  );
  return spectrumFor(chosenAt);
}

function spectrumFor(weights: readonly number[]): Float64Array {
  const spectrum = new Float64Array(spectrumBins);
  spectrumOf(Float64Array.from(weights), spectrum);
  return spectrum;
}

const noFilter = spectrumFor(Array.from({ length: taps }, (_, i) => (i === centre ? 1 : 0)));

/** Of 256 candidates the one that lies farthest from "no filter" and all that are taken. */
function farthestDraws(seed: string, taken: readonly Float64Array[]): readonly number[] {
  const random = seedrandom(seed);
  const others = [noFilter, ...taken];
  const weights = new Float64Array(taps);
  const spectrum = new Float64Array(spectrumBins);
  let best: readonly number[] = [];
  let farthest = -1;
  for (let candidate = 0; candidate < candidates; candidate++) {
    const draws = Array.from({ length: taps }, () => random());
    for (let i = 0; i < taps; i++) weights[i] = choiceStrength * (draws[i] as number);
    weights[centre] = 1;
    spectrumOf(weights, spectrum);
    const distance = smallestDistance(spectrum, others, farthest);
    if (distance <= farthest) continue;
    [best, farthest] = [draws, distance];
  }
  return best;
}

/** Squared; or any number no greater than `beat`, as soon as it cannot be greater. */
function smallestDistance(spectrum: Float64Array, others: readonly Float64Array[], beat: number): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (const other of others) {
    let sum = 0;
    for (let i = 0; i < spectrumBins && sum < smallest; i++) {
      const difference = (spectrum[i] as number) - (other[i] as number);
      sum += difference * difference;
    }
    smallest = Math.min(smallest, sum);
    if (smallest <= beat) return smallest;
  }
  return smallest;
}
