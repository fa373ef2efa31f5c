import type { LabelId } from '../model/labels.ts';
import type { KeyveilState } from '../model.ts';
import { memoised } from './memo.ts';

/** What the open receipt adds to what is on the page. */
export interface InReceipt {
  /** Photos of the label that it lists. */
  readonly listed: number;
  /** Of those, the ones that lie on the page once more. */
  readonly here: number;
}

/** By label; empty without a receipt. */
export const receiptCounts = memoised(
  s => [s.reopened, s.arrangement],
  ({ reopened, arrangement }: KeyveilState): ReadonlyMap<LabelId, InReceipt> => {
    if (reopened === null) return new Map();
    const listed = new Map<string, number>();
    for (const { label } of reopened.receipt.files) listed.set(label, (listed.get(label) ?? 0) + 1);
    const here = new Map<LabelId, number>();
    for (const id of reopened.before.keys()) {
      const label = arrangement.labelOf.get(id);
      if (label !== undefined) here.set(label, (here.get(label) ?? 0) + 1);
    }
    return new Map(
      arrangement.labels.flatMap(({ id, name }): (readonly [LabelId, InReceipt])[] => {
        const count = listed.get(name) ?? 0;
        return count === 0 ? [] : [[id, { listed: count, here: here.get(id) ?? 0 }]];
      }),
    );
  },
);
