import { proposeDatasetName } from '../../src/core/dataset.ts';
import { LabelFilters } from '../../src/core/filter/labelFilters.ts';
import { deriveMasterKey, keyCheck, normaliseDataset } from '../../src/core/key/key.ts';
import { commitment } from '../../src/core/receipt.ts';
import type { MethodSettings, OutputSettings } from '../../src/core/settings.ts';
import { type Treatment, treatmentFor } from '../../src/core/treatment.ts';
import type { GivenKey } from '../key/readKey.ts';
import type { PartBasis, PartHead } from '../parts/part.ts';
import type { Shard } from '../parts/shard.ts';
import { refuse } from '../terminal/refusal.ts';

/** What a run starts from: what goes into the receipt, and what is laid on the photos of each label. */
export interface RunBasis extends PartBasis {
  /** By the label's place in the order. */
  readonly treatments: readonly Treatment[];
}

/**
 * Draws what the labels carry from the key, and forgets the key.
 *
 * @param labels in frozen order
 */
export async function basisOf(
  { passphrase }: GivenKey,
  dataset: string,
  settings: MethodSettings,
  labels: readonly string[],
): Promise<RunBasis> {
  const master = await deriveMasterKey(passphrase, dataset);
  try {
    const imprints = await new LabelFilters(master).imprints(labels, settings);
    const named = imprints.map((imprint, at) => ({ label: labels[at] ?? '', ...imprint }));
    return {
      dataset: normaliseDataset(dataset),
      keyCheck: await keyCheck(master),
      commitment: await commitment(named),
      settings,
      labels,
      treatments: imprints.map(imprint => treatmentFor(settings, imprint)),
    };
  } finally {
    master.wipe();
  }
}

/** The name of the set: as given, as in the key file, or as in the part that is gone on with. @throws Refusal */
export function datasetOf(given: string | null, key: GivenKey | null, part: PartHead | null): string {
  const names = [given, key?.dataset ?? null, part?.dataset ?? null].flatMap(name =>
    name === null || normaliseDataset(name) === '' ? [] : [normaliseDataset(name)],
  );
  const [name] = names;
  if (name === undefined)
    refuse(`The set needs a name, which goes into the key: --dataset=${proposeDatasetName()}, say. Keep it.`);
  if (part !== null && part.dataset !== name)
    refuse(`This set was begun under the name ${part.dataset}, not ${name}: other names give other filters.`);
  return name;
}

/** What stands first in the part of a run. */
export function headOf(
  { treatments: _, ...basis }: RunBasis,
  output: OutputSettings,
  shard: Shard,
): PartHead {
  return { kind: 'head', ...basis, output, shard };
}
