import { castPresets, type MethodSettings } from '../../../core/settings.ts';
import { treatmentFor } from '../../../core/treatment.ts';
import type { ModelInput } from '../../../models/modelInput.ts';
import type { Keyveil } from '../../../state/createKeyveil.ts';
import type { PhotoSetServices } from '../../../state/photoSetServices.ts';
import type { BackboneColumn } from '../../core/backbone/backbone.ts';
import type { PictureSettings } from '../../core/experiment.ts';
import { deal } from '../../core/trainingPictures.ts';
import type {
  BackboneHandle,
  BackboneOutcome,
  BackboneProgress,
  BackboneTask,
} from '../../worker/backboneClient.ts';
import { basisImprints } from '../basisImprints.ts';
import type { LabBasis } from '../labModel.ts';

/** How last layers are to be learnt on a network. */
export interface BackboneWishes {
  readonly columns: readonly BackboneColumn[];
  readonly dealing: Pick<PictureSettings, 'holdOut' | 'mostOfLabel' | 'seed'>;
  readonly input: ModelInput;
  readonly layer: string;
}

export type BackboneRunOutcome =
  | BackboneOutcome
  /** The key went away, or was changed. */
  | { readonly kind: 'no-key' };

/** Last layers on a network that is open, of the photos of a basis: dealt as the lab deals them. Never rejects. */
export async function learnOnBackbone(
  page: Keyveil['store'],
  tools: PhotoSetServices,
  handle: Pick<BackboneHandle, 'learn'>,
  basis: LabBasis,
  { columns, dealing, input, layer }: BackboneWishes,
  signal: AbortSignal,
  onProgress: (progress: BackboneProgress) => void,
): Promise<BackboneRunOutcome> {
  const pictures: PictureSettings = { ...dealing, side: input.side, protectedAt: 'real' };
  // Pictures are looked at one by one and let go, so memory sets no bound.
  const dealt = deal(
    basis.photos.map(({ label }) => label),
    pictures,
    Number.POSITIVE_INFINITY,
  );
  if (dealt.kind === 'too-few') return { kind: 'too-few', labels: dealt.left.labels, failed: 0 };
  const treated: BackboneTask['columns'][number][] = [];
  for (const column of columns) {
    const settings = settingsOf(column, basis.settings);
    if (settings === null) {
      treated.push({ column, treatments: null });
      continue;
    }
    const made = await basisImprints(page, tools, basis, dealt.labels, settings);
    if (signal.aborted) return { kind: 'cancelled' };
    if (made.kind !== 'made') return made;
    treated.push({ column, treatments: made.imprints.map(imprint => treatmentFor(settings, imprint)) });
  }
  const task: BackboneTask = {
    dealt,
    files: basis.photos.map(({ file }) => file),
    columns: treated,
    input,
    layer,
    engine: page.getState().preferences.engine,
    seed: dealing.seed,
  };
  return handle.learn(task, signal, onProgress);
}

/** What the photos of a column are protected with; null: they are not. */
function settingsOf(column: BackboneColumn, chosen: MethodSettings): MethodSettings | null {
  if (column === 'clean') return null;
  return column === 'chosen' ? chosen : castPresets[column];
}
