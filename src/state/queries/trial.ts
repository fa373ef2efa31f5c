import { trialImprint } from '../../core/filter/trialImprint.ts';
import { hex } from '../../core/key/key.ts';
import { secureRandom } from '../../core/key/random.ts';
import type { MethodSettings } from '../../core/settings.ts';
import { type Treatment, treatmentFor } from '../../core/treatment.ts';

/** Of this visit. It has nothing to do with anybody's key. */
const seed = hex(secureRandom(new Uint8Array(16)));

const made = new WeakMap<MethodSettings, Treatment>();

/**
 * What settings do to photos, as a throw-away key draws it: for looking before there is a key or a label. The same
 * object for the same settings.
 */
export function trialTreatment(settings: MethodSettings): Treatment {
  const known = made.get(settings) ?? treatmentFor(settings, trialImprint(seed, settings));
  made.set(settings, known);
  return known;
}
