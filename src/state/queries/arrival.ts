import { setNameOf } from '../../core/labels/setName.ts';
import type { Label } from '../model/labels.ts';
import type { PhotoId } from '../model/photos.ts';
import type { KeyveilState } from '../model.ts';
import { labelQuestion } from './labelQuestion.ts';
import { labelCounts, orderedLabels } from './labels.ts';
import { memoised } from './memo.ts';

/** The photos of the last addition, as long as it is open what is in them. */
export interface Arrival {
  /** `loose`: they came without a folder, and have no label. `folders`: each folder is a label for now. */
  readonly kind: 'loose' | 'folders';
  readonly ids: readonly PhotoId[];
  /** Those that the folders gave, in order. */
  readonly labels: readonly Label[];
  /** The folder that all came in; null where there is none. */
  readonly name: string | null;
}

/** What is to be asked of the photos that came last; null when nothing is, or it has settled itself. */
export const arrival = memoised(
  s => [s.intake, s.arrangement, s.photos, s.reopened === null, s.results.size === 0, labelQuestion(s)],
  (s: KeyveilState): Arrival | null => {
    const { intake, arrangement, photos } = s;
    if (intake.kind !== 'done') return null;
    const present = new Set(arrangement.order);
    const loose = intake.loose.filter(id => present.has(id) && !arrangement.labelOf.has(id));
    if (loose.length > 0) return { kind: 'loose', ids: loose, labels: [], name: null };
    // Which folder is the label goes first; and neither the sample photos nor those of a receipt are in doubt.
    const settled = s.reopened !== null || s.results.size > 0 || labelQuestion(s) !== null;
    const ids = intake.arrived.filter(id => present.has(id));
    if (settled || ids.some(id => photos.get(id)?.origin.kind === 'sample')) return null;
    const given = new Set(ids.map(id => arrangement.labelOf.get(id)));
    const labels = orderedLabels(s).filter(({ id }) => given.has(id));
    if (labels.length < 2) return null;
    return { kind: 'folders', ids, labels, name: setNameOf(ids.map(id => photos.get(id)?.path ?? '')) };
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
