import { CastChooser } from '../cast/castChooser.ts';
import type { Imprint } from '../imprint.ts';
import type { MethodSettings } from '../settings.ts';
import { cudaFilter } from './cuda.ts';
import { VeilChooser, veilFilter } from './veil.ts';

/**
 * What the photos of a first label would carry, drawn from a seed in place of a key: to look at before there is a key
 * or a label, and for nothing else. Photos are never protected with it.
 *
 * @param seed any text; the same seed gives the same imprint
 */
export function trialImprint(seed: string, settings: MethodSettings): Imprint {
  if (settings.method === 'cuda') {
    return { filter: cudaFilter(seed, settings.kernelSize, settings.strength), cast: null };
  }
  const filter = veilFilter(new VeilChooser().add(seed), settings.strength);
  return { filter, cast: settings.method === 'cast' ? new CastChooser().add(seed) : null };
}
