import type { Label } from '../../state/model/labels.ts';
import type { PhotoId } from '../../state/model/photos.ts';
import type { KeyveilState } from '../../state/model.ts';
import { labelCounts, orderedLabels } from '../../state/queries/labels.ts';
import { memoised } from '../../state/queries/memo.ts';

/** Photos of the last addition that came without a folder and are still on the page without a label. */
export const loosePhotos = memoised(
  s => [s.intake, s.arrangement],
  ({ intake, arrangement }: KeyveilState): readonly PhotoId[] => {
    if (intake.kind !== 'done' || intake.loose.length === 0) return [];
    const present = new Set(arrangement.order);
    return intake.loose.filter(id => present.has(id) && !arrangement.labelOf.has(id));
  },
);

/** Labels by their number of photos, most first. */
export const labelsBySize = memoised(
  s => [s.arrangement],
  (s: KeyveilState): readonly Label[] => {
    const counted = labelCounts(s);
    return [...orderedLabels(s)].sort((a, b) => (counted.get(b.id) ?? 0) - (counted.get(a.id) ?? 0));
  },
);
