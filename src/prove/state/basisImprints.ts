import type { MethodSettings } from '../../core/settings.ts';
import type { Keyveil } from '../../state/createKeyveil.ts';
import type { MadeImprints, PhotoSetServices } from '../../state/photoSetServices.ts';
import type { LabBasis } from './labModel.ts';

/** What labels carry under the key of a basis; `no-key` when it is another by now, or gone. */
export async function basisImprints(
  page: Keyveil['store'],
  tools: PhotoSetServices,
  basis: Pick<LabBasis, 'names' | 'keyCheck' | 'settings'>,
  labels: readonly string[],
  settings: MethodSettings = basis.settings,
): Promise<MadeImprints> {
  const held = () => {
    const { key } = page.getState();
    return key.kind === 'ready' && key.keyCheck === basis.keyCheck;
  };
  if (!held()) return { kind: 'no-key' };
  const all = await tools.imprintsOf(basis.names, settings);
  if (all.kind !== 'made') return all;
  const imprints = labels.flatMap(label => all.imprints[basis.names.indexOf(label)] ?? []);
  return imprints.length === labels.length && held() ? { kind: 'made', imprints } : { kind: 'no-key' };
}
