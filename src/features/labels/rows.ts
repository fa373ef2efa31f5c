import { number, text } from '../../locales/text.ts';
import type { Filtered, Label } from '../../state/model/labels.ts';
import type { KeyveilState } from '../../state/model.ts';
import { counts } from '../../state/queries/counts.ts';
import { labelCounts, orderedLabels } from '../../state/queries/labels.ts';
import { memoised } from '../../state/queries/memo.ts';
import { receiptCounts } from '../../state/queries/receiptCounts.ts';

export interface LabelRowData {
  readonly label: Label;
  readonly count: number;
  /** Photos of it that the open receipt lists, whether they are on the page or not. */
  readonly listed: number;
  /** Photos on the page that it does not list. */
  readonly fresh: number;
}

/** Labels in order, with their number of photos. */
export const labelRows = memoised(
  s => [s.arrangement, receiptCounts(s)],
  (s: KeyveilState): readonly LabelRowData[] => {
    const counted = labelCounts(s);
    return orderedLabels(s).map(label => {
      const count = counted.get(label.id) ?? 0;
      const { listed, here } = receiptCounts(s).get(label.id) ?? { listed: 0, here: 0 };
      return { label, count, listed, fresh: count - here };
    });
  },
);

/** `4 photos`; with a receipt open `12 protected + 2 new`. */
export function countText({ count, listed, fresh }: LabelRowData): string {
  if (listed === 0) return text('labels.photos', { count, n: number(count) });
  const known = text('labels.listed', { n: number(listed) });
  return fresh === 0 ? known : text('labels.listedNew', { listed: known, n: number(fresh) });
}

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
