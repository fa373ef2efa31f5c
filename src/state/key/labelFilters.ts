import type { LabelFilters } from '../model/key.ts';
import type { KeyService } from '../services.ts';

/** Asks the key worker for the filters of labels, given in their order. */
export async function labelFilters(
  keys: KeyService,
  asked: Omit<LabelFilters, 'byName'>,
): Promise<LabelFilters> {
  const { names, settings, keyCheck } = asked;
  const filters = await keys.filters(names, settings);
  const byName = new Map(
    names.flatMap((name, index) => {
      const filter = filters[index];
      return filter ? [[name, filter] as const] : [];
    }),
  );
  return { settings, keyCheck, names, byName };
}
