import seedrandom from 'seedrandom';
import type { Filter } from './filter.ts';
import { isVeilStrength } from './filter.ts';
import { spectrumBins, spectrumOf } from './veilSpectrum.ts';

/**
 * Which filter each label gets in the `veil` method (docs/method.md): of 256 candidates the one
 * whose spectrum lies farthest from all that were taken before. Filters that are merely drawn may lie so close that
 * a network cannot tell their labels by them.
 */

const taps = 9;
const centre = 4;
const candidates = 256;
/** The choice is made at this strength, whatever the filter is used with, so that strength never changes it. */
const choiceStrength = 0.3;

/** What the draws of a label are seeded with: `seed(veilSeedMessage(L))`. The label is normalised already. */
export function veilSeedMessage(label: string): string {
  return `veil/${label}`;
}

/**
 * Chooses draws label after label. Each choice depends on those before it and on none after, so labels added at the
 * end change nothing. Costs about a millisecond a label plus a little for each that is taken.
 */
export class VeilChooser {
  /** Spectra one after another, "no filter" first; grows by doubling. */
  #taken = new Float64Array(spectrumBins * 16);
  /** How many spectra there are. */
  #count = 0;
  /** Spectrum numbers, those that lately ruled candidates out first: they most likely rule out the next. */
  readonly #order: number[] = [];
  readonly #draws: (readonly number[])[] = [];

  constructor() {
    const noFilter = new Float64Array(taps);
    noFilter[centre] = 1;
    const spectrum = new Float64Array(spectrumBins);
    spectrumOf(noFilter, spectrum);
    this.#take(spectrum);
  }

  /** How many labels have been given draws. */
  get length(): number {
    return this.#draws.length;
  }

  /** All draws so far, 9 a label in rows, in the order of the labels. */
  get chosen(): readonly (readonly number[])[] {
    return this.#draws;
  }

  /** The draws of the next label, 9 in rows, each in [0, 1); the middle one is never used. */
  add(seed: string): readonly number[] {
    const random = seedrandom(seed);
    const weights = new Float64Array(taps);
    let draws = new Float64Array(taps);
    let best = new Float64Array(taps);
    let spectrum = new Float64Array(spectrumBins);
    let bestSpectrum = new Float64Array(spectrumBins);
    let bestDistance = -1;
    for (let candidate = 0; candidate < candidates; candidate++) {
      for (let i = 0; i < taps; i++) {
        const draw = random();
        draws[i] = draw;
        weights[i] = choiceStrength * draw;
      }
      weights[centre] = 1;
      spectrumOf(weights, spectrum);
      const distance = this.#distance(spectrum, bestDistance);
      if (distance <= bestDistance) continue;
      bestDistance = distance;
      [best, draws] = [draws, best];
      [bestSpectrum, spectrum] = [spectrum, bestSpectrum];
    }
    this.#take(bestSpectrum);
    const chosen = Array.from(best);
    this.#draws.push(chosen);
    return chosen;
  }

  /** Forgets the last labels, so that `length` of them are left. */
  truncate(length: number): void {
    this.#draws.length = Math.min(length, this.#draws.length);
    this.#count = this.#draws.length + 1;
    this.#order.splice(0, Infinity, ...Array.from({ length: this.#count }, (_, i) => i));
  }

  #take(spectrum: Float64Array): void {
    const at = this.#count * spectrumBins;
    if (at === this.#taken.length) {
      const larger = new Float64Array(at * 2);
      larger.set(this.#taken);
      this.#taken = larger;
    }
    this.#taken.set(spectrum, at);
    this.#order.push(this.#count++);
  }

  /**
   * The smallest squared distance to what is taken; or, as soon as it is known to be no greater than `beat`, any
   * number that is not greater either. That spares most of the work: most candidates lie close to something.
   */
  #distance(spectrum: Float64Array, beat: number): number {
    const taken = this.#taken;
    const order = this.#order;
    let smallest = Infinity;
    for (let place = 0; place < order.length; place++) {
      const number = order[place] ?? 0;
      const at = number * spectrumBins;
      let sum = 0;
      // In strides, so that a spectrum which is too far to matter is left early.
      for (let start = 0; start < spectrumBins && sum < smallest; start += stride) {
        for (let i = start; i < start + stride; i++) {
          const difference = (spectrum[i] as number) - (taken[at + i] as number);
          sum += difference * difference;
        }
      }
      if (sum >= smallest) continue;
      smallest = sum;
      if (smallest <= beat) {
        // Halfway to the front, in constant time.
        const ahead = place >> 1;
        order[place] = order[ahead] ?? 0;
        order[ahead] = number;
        return smallest;
      }
    }
    return smallest;
  }
}

/** Bins between two looks at the running sum; divides their number. */
const stride = 16;

/**
 * The filter that a label's draws make at a strength: side taps `strength · draw`, the middle 1, all divided by
 * their sum.
 *
 * @param draws 9 in rows, from {@link VeilChooser}
 * @param strength in [0, 1]; 0 gives the filter that changes nothing
 */
export function veilFilter(draws: readonly number[], strength: number): Filter {
  if (draws.length !== taps) throw new RangeError(`${draws.length} draws`);
  if (!isVeilStrength(strength)) throw new RangeError(`strength ${strength}`);
  const weights = draws.map((draw, i) => (i === centre ? 1 : strength * draw));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return { size: 3, weights: weights.map(weight => weight / sum) };
}
