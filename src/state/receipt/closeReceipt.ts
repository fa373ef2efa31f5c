import type { Context } from '../context.ts';
import { arranged } from '../labels/arranged.ts';
import { emptyArrangement, removeLabel } from '../labels/arrangement.ts';
import { emptyHistory } from '../labels/history.ts';
import type { KeyveilState } from '../model.ts';
import { labelCounts } from '../queries/labels.ts';

export const isRunning = (s: KeyveilState) => s.run.kind === 'running' || s.run.kind === 'cancelling';

export const anyProtected = (s: KeyveilState) =>
  [...s.results.values()].some(({ kind }) => kind === 'protected');

/** Puts the receipt away. Labels of its own that have no photos go with it. */
export function closeReceipt(context: Context): void {
  const s = context.get();
  const listed = new Set(s.reopened?.receipt.labels);
  const counted = labelCounts(s);
  const empty = s.arrangement.labels.filter(label => listed.has(label.name) && !counted.get(label.id));
  const arrangement = empty.reduce((rest, label) => removeLabel(rest, label.id), s.arrangement);
  context.set({
    ...arranged(s, {
      arrangement: arrangement.labels.length + arrangement.order.length > 0 ? arrangement : emptyArrangement,
      history: emptyHistory,
    }),
    reopened: null,
    // What was protected meanwhile keeps the order that its filters were chosen in.
    frozenLabels: anyProtected(s) ? s.frozenLabels : null,
    receiptSaved: false,
  });
}
