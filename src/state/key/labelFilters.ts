import type { MadeImprints } from '../../workers/key/keyClient.ts';
import type { LabelImprints } from '../model/key.ts';
import type { KeyService } from '../services.ts';

type Outcome =
  | { readonly kind: 'made'; readonly filters: LabelImprints }
  | Exclude<MadeImprints, { readonly kind: 'made' }>;

/** Asks the key worker for what the photos of labels carry, given in their order. */
export async function labelFilters(keys: KeyService, asked: Omit<LabelImprints, 'byName'>): Promise<Outcome> {
  const { names, settings, keyCheck } = asked;
  const made = await keys.imprints(names, settings);
  if (made.kind !== 'made') return made;
  const byName = new Map(
    names.flatMap((name, index) => {
      const imprint = made.imprints[index];
      return imprint ? [[name, imprint] as const] : [];
    }),
  );
  return { kind: 'made', filters: { settings, keyCheck, names, byName } };
}
