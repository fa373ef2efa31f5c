import { lookalikes, oddCharacters } from '../../core/labels/lookalike.ts';
import type { Label } from '../model/labels.ts';
import type { KeyveilState } from '../model.ts';
import { labelCounts, orderedLabels } from './labels.ts';
import { memoised } from './memo.ts';
import { isLeftOut } from './ownChoice.ts';
import { receiptCounts } from './receiptCounts.ts';

export type Warning =
  | { readonly kind: 'small-label'; readonly label: Label; readonly count: number }
  | { readonly kind: 'unlabelled'; readonly count: number }
  /** Two labels that the eye cannot tell apart; `odd` has the characters that are other than they seem. */
  | { readonly kind: 'lookalike'; readonly plain: Label; readonly odd: Label };

/** Labels of fewer photos than this protect less when a model is trained on them alone; see docs/evidence.md. */
const smallLabel = 50;

/** What a person should know about the labels before a run. */
export const warnings = memoised(
  s => [s.arrangement, receiptCounts(s)],
  (s: KeyveilState): readonly Warning[] => {
    const counted = new Map(labelCounts(s));
    // What is left out is not protected.
    for (const id of s.arrangement.own.keys()) {
      const label = isLeftOut(s, id) ? s.arrangement.labelOf.get(id) : undefined;
      if (label !== undefined) counted.set(label, (counted.get(label) ?? 0) - 1);
    }
    const small = orderedLabels(s).flatMap((label): Warning[] => {
      const present = counted.get(label.id) ?? 0;
      // A receipt knows of more of them than are on the page.
      const { listed, here } = receiptCounts(s).get(label.id) ?? { listed: 0, here: 0 };
      const count = present + listed - here;
      return present > 0 && count < smallLabel ? [{ kind: 'small-label', label, count }] : [];
    });
    const unlabelled = s.arrangement.order.length - s.arrangement.labelOf.size;
    const left: readonly Warning[] = unlabelled > 0 ? [{ kind: 'unlabelled', count: unlabelled }] : [];
    return [...lookalikeLabels(s.arrangement.labels), ...small, ...left];
  },
);

function lookalikeLabels(labels: readonly Label[]): readonly Warning[] {
  const byName = new Map(labels.map(label => [label.name, label]));
  return lookalikes([...byName.keys()]).flatMap(group => {
    const [plain, ...others] = [...group].sort((a, b) => oddCharacters(a).length - oddCharacters(b).length);
    return others.flatMap((name): Warning[] => {
      const [one, odd] = [byName.get(plain ?? ''), byName.get(name)];
      return one && odd ? [{ kind: 'lookalike', plain: one, odd }] : [];
    });
  });
}
