import type { Filter } from '../../core/filter/filter.ts';
import type { Imprint } from '../../core/imprint.ts';
import { type Treatment, treatmentFor } from '../../core/treatment.ts';
import type { LabelId } from '../model/labels.ts';
import type { PhotoId } from '../model/photos.ts';
import type { KeyveilState } from '../model.ts';
import { labelById, labelOfPhoto } from './labels.ts';
import { memoised } from './memo.ts';

/** What a label's photos carry under the key and the settings of now; null without a key, and until it is computed. */
export function imprintOfLabel(s: KeyveilState, id: LabelId): Imprint | null {
  const label = labelById(s, id);
  return (label && s.filters?.byName.get(label.name)) ?? null;
}

/** A label's filter; see {@link imprintOfLabel}. */
export function filterOfLabel(s: KeyveilState, id: LabelId): Filter | null {
  return imprintOfLabel(s, id)?.filter ?? null;
}

/** What would be done to a photo now; null without a label or a key. The same object as long as nothing changed. */
export function treatmentOf(s: KeyveilState, id: PhotoId): Treatment | null {
  const label = labelOfPhoto(s, id);
  return (label && treatments(s)?.get(label.name)) ?? null;
}

const treatments = memoised(
  s => [s.filters],
  ({ filters }): ReadonlyMap<string, Treatment> | null =>
    filters &&
    new Map([...filters.byName].map(([name, imprint]) => [name, treatmentFor(filters.settings, imprint)])),
);
