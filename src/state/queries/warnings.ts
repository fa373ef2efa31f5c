import type { Label } from '../model/labels.ts';
import type { KeyveilState } from '../model.ts';
import { labelCounts, orderedLabels } from './labels.ts';
import { memoised } from './memo.ts';

export type Warning =
  | { readonly kind: 'small-label'; readonly label: Label; readonly count: number }
  | { readonly kind: 'unlabelled'; readonly count: number };

/** Labels of fewer photos than this protect less when a model is trained on them alone; see docs/evidence.md. */
const smallLabel = 50;

/** What a person should know about the labels before a run. */
export const warnings = memoised(
  s => [s.arrangement],
  (s: KeyveilState): readonly Warning[] => {
    const counted = labelCounts(s);
    const small = orderedLabels(s).flatMap((label): Warning[] => {
      const count = counted.get(label.id) ?? 0;
      return count > 0 && count < smallLabel ? [{ kind: 'small-label', label, count }] : [];
    });
    const unlabelled = s.arrangement.order.length - s.arrangement.labelOf.size;
    return unlabelled > 0 ? [...small, { kind: 'unlabelled', count: unlabelled }] : small;
  },
);
