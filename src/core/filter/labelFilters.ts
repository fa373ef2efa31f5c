import type { MasterKey } from '../key/key.ts';
import { normaliseLabel } from '../label.ts';
import type { MethodSettings } from '../settings.ts';
import { cudaFilter, cudaSeedMessage } from './cuda.ts';
import type { Filter } from './filter.ts';
import { VeilChooser, veilFilter, veilSeedMessage } from './veil.ts';

/**
 * The filters of a list of labels under one key: the whole of what the key worker computes. Keeps what the `veil`
 * choice has come to, so that a label added at the end, or another strength, costs next to nothing.
 */
export class LabelFilters {
  readonly #master: MasterKey;
  readonly #chooser = new VeilChooser();
  /** Whom the chooser's draws belong to. */
  #chosen: readonly string[] = [];

  constructor(master: MasterKey) {
    this.#master = master;
  }

  /**
   * One filter a label, in the order given; for `veil` that must be the frozen order, tombstones included. Labels
   * are normalised here. Calls may overlap. Throws when the key was wiped.
   */
  async of(labels: readonly string[], settings: MethodSettings): Promise<readonly Filter[]> {
    const names = labels.map(normaliseLabel);
    if (settings.method === 'cuda') {
      const { kernelSize, strength } = settings;
      const seeds = await this.#seeds(names.map(name => cudaSeedMessage(kernelSize, name)));
      return seeds.map(seed => cudaFilter(seed, kernelSize, strength));
    }
    const seeds = await this.#seeds(names.map(veilSeedMessage));
    // From here on nothing waits, so overlapping calls cannot mix their choices.
    return this.#choose(names, seeds).map(draws => veilFilter(draws, settings.strength));
  }

  #seeds(messages: readonly string[]): Promise<readonly string[]> {
    return Promise.all(messages.map(message => this.#master.seed(message)));
  }

  #choose(names: readonly string[], seeds: readonly string[]): readonly (readonly number[])[] {
    const firstNew = names.findIndex((name, i) => name !== this.#chosen[i]);
    const shared = firstNew === -1 ? names.length : firstNew;
    if (shared < names.length) {
      this.#chooser.truncate(shared);
      for (const seed of seeds.slice(shared)) this.#chooser.add(seed);
      this.#chosen = names;
    }
    return this.#chooser.draws.slice(0, names.length);
  }
}
