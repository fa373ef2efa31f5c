import type { Filtered, Label } from '../../state/model/labels.ts';
import type { KeyveilState } from '../../state/model.ts';
import { counts } from '../../state/queries/counts.ts';
import { labelCounts, orderedLabels } from '../../state/queries/labels.ts';
import { memoised } from '../../state/queries/memo.ts';

export interface LabelRowData {
  readonly label: Label;
  readonly count: number;
}

/** Labels in order, with their number of photos. */
export const labelRows = memoised(
  s => [s.arrangement],
  (s: KeyveilState): readonly LabelRowData[] => {
    const counted = labelCounts(s);
    return orderedLabels(s).map(label => ({ label, count: counted.get(label.id) ?? 0 }));
  },
);

export type SpecialKind = 'all' | 'unlabelled' | 'failed';

/** How many photos each of the rows besides the labels has; null where the row is not there. */
export function specialCounts(s: KeyveilState): Readonly<Record<SpecialKind, number | null>> {
  const { photos, unlabelled, failed } = counts(s);
  return {
    all: photos,
    unlabelled: unlabelled > 0 || s.filtered.kind === 'unlabelled' ? unlabelled : null,
    failed: failed > 0 || s.filtered.kind === 'failed' ? failed : null,
  };
}

/** Whether a filter shows this label. */
export function isShown(filtered: Filtered, label: Label): boolean {
  return filtered.kind === 'label' && filtered.id === label.id;
}
