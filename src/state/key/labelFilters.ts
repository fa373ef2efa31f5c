import type { LabelFilters } from '../model/key.ts';
import type { KeyService } from '../services.ts';

/** Asks the key worker for what the photos of labels carry, given in their order. */
export async function labelFilters(
  keys: KeyService,
  asked: Omit<LabelFilters, 'byName'>,
): Promise<LabelFilters> {
  const { names, settings, keyCheck } = asked;
  const imprints = await keys.imprints(names, settings);
  const byName = new Map(
    names.flatMap((name, index) => {
      const imprint = imprints[index];
      return imprint ? [[name, imprint] as const] : [];
    }),
  );
  return { settings, keyCheck, names, byName };
}
