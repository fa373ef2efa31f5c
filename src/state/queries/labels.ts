import { compareCodePoints, labelOrder } from '../../core/label.ts';
import type { Label, LabelId } from '../model/labels.ts';
import type { PhotoId } from '../model/photos.ts';
import type { KeyveilState } from '../model.ts';
import { memoised } from './memo.ts';

/** Labels in the order in which their filters are chosen: by batch, then by code point. */
export const orderedLabels = memoised(
  s => [s.arrangement.labels],
  (s): readonly Label[] =>
    [...s.arrangement.labels].sort((a, b) => a.batch - b.batch || compareCodePoints(a.name, b.name)),
);

/** The names of `orderedLabels`, with those of labels that a run has frozen and that are gone since. */
export const listedLabels = memoised(
  s => [s.frozenLabels, s.arrangement.labels],
  (s): readonly string[] => labelOrder(s.frozenLabels, s.arrangement.labels),
);

const labelsById = memoised(
  s => [s.arrangement.labels],
  (s): ReadonlyMap<LabelId, Label> => new Map(s.arrangement.labels.map(label => [label.id, label])),
);

export function labelById(s: KeyveilState, id: LabelId): Label | null {
  return labelsById(s).get(id) ?? null;
}

/** The label of a photo, or null when it has none. */
export function labelOfPhoto(s: KeyveilState, id: PhotoId): Label | null {
  const label = s.arrangement.labelOf.get(id);
  return label === undefined ? null : labelById(s, label);
}

/** How many photos each label has; labels without photos are listed with 0. */
export const labelCounts = memoised(
  s => [s.arrangement],
  (s): ReadonlyMap<LabelId, number> => {
    const counted = new Map(s.arrangement.labels.map(label => [label.id, 0]));
    for (const label of s.arrangement.labelOf.values()) counted.set(label, (counted.get(label) ?? 0) + 1);
    return counted;
  },
);
