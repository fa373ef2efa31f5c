import { CastChooser, castSeedMessage } from '../cast/castChooser.ts';
import type { Imprint } from '../imprint.ts';
import type { MasterKey } from '../key/key.ts';
import { normaliseLabel } from '../label.ts';
import type { MethodSettings } from '../settings.ts';
import { cudaFilter, cudaSeedMessage } from './cuda.ts';
import type { Filter } from './filter.ts';
import { VeilChooser, veilFilter, veilSeedMessage } from './veil.ts';

/**
 * The filters and casts of a list of labels under one key: the whole of what the key worker computes. Keeps what the
 * choices have come to, so that a label added at the end, or another strength, costs next to nothing.
 */
export class LabelFilters {
  readonly #master: MasterKey;
  readonly #draws = new Choices(new VeilChooser());
  readonly #casts = new Choices(new CastChooser());

  constructor(master: MasterKey) {
    this.#master = master;
  }

  /**
   * What the photos of each label carry, in the order given; for `veil` and `cast` that must be the frozen order,
   * tombstones included. Labels are normalised here. Calls may overlap. Throws when the key was wiped.
   */
  async imprints(labels: readonly string[], settings: MethodSettings): Promise<readonly Imprint[]> {
    const filters = await this.of(labels, settings);
    if (settings.method !== 'cast') return filters.map(filter => ({ filter, cast: null }));
    const names = labels.map(normaliseLabel);
    const seeds = await this.#seeds(names.map(castSeedMessage));
    const casts = this.#casts.of(names, seeds);
    return filters.map((filter, i) => ({ filter, cast: casts[i] ?? null }));
  }

  /** Their filters alone; see {@link imprints}. */
  async of(labels: readonly string[], settings: MethodSettings): Promise<readonly Filter[]> {
    const names = labels.map(normaliseLabel);
    if (settings.method === 'cuda') {
      const { kernelSize, strength } = settings;
      const seeds = await this.#seeds(names.map(name => cudaSeedMessage(kernelSize, name)));
      return seeds.map(seed => cudaFilter(seed, kernelSize, strength));
    }
    // Without a veil nothing hangs on the choice, which takes time.
    if (settings.strength === 0) return names.map(() => veilFilter(Array(9).fill(0), 0));
    const seeds = await this.#seeds(names.map(veilSeedMessage));
    return this.#draws.of(names, seeds).map(draws => veilFilter(draws, settings.strength));
  }

  #seeds(messages: readonly string[]): Promise<readonly string[]> {
    return Promise.all(messages.map(message => this.#master.seed(message)));
  }
}

/** What chooses for one label after another, each choice with those before it in mind. */
interface Chooser<T> {
  readonly chosen: readonly T[];
  add(seed: string): T;
  truncate(length: number): void;
}

/** A chooser's choices and whom they belong to. */
class Choices<T> {
  readonly #chooser: Chooser<T>;
  #names: readonly string[] = [];

  constructor(chooser: Chooser<T>) {
    this.#chooser = chooser;
  }

  /** One choice a name, in order. Nothing waits in here, so overlapping calls cannot mix their choices. */
  of(names: readonly string[], seeds: readonly string[]): readonly T[] {
    const firstNew = names.findIndex((name, i) => name !== this.#names[i]);
    const shared = firstNew === -1 ? names.length : firstNew;
    if (shared < names.length) {
      this.#chooser.truncate(shared);
      for (const seed of seeds.slice(shared)) this.#chooser.add(seed);
      this.#names = names;
    }
    return this.#chooser.chosen.slice(0, names.length);
  }
}
