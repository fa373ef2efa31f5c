import type { PhotoId } from '../model/photos.ts';
import type { KeyveilState } from '../model.ts';
import { failedPhotos } from './counts.ts';
import { memoised } from './memo.ts';

/** What the grid shows, in its order. */
export function visiblePhotos(s: KeyveilState): readonly PhotoId[] {
  return s.filtered.kind === 'failed' ? failedPhotos(s) : shown(s);
}

const shown = memoised(
  s => [s.arrangement, s.filtered],
  ({ arrangement: { order, labelOf }, filtered }): readonly PhotoId[] => {
    if (filtered.kind === 'label') return order.filter(id => labelOf.get(id) === filtered.id);
    if (filtered.kind === 'unlabelled') return order.filter(id => !labelOf.has(id));
    return order;
  },
);
