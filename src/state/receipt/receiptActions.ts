import type { Actions } from '../actions.ts';
import type { Context } from '../context.ts';
import { closeReceipt, isRunning } from './closeReceipt.ts';

export function receiptActions(context: Context): Pick<Actions, 'closeReceipt' | 'dismissReceiptTrouble'> {
  return {
    closeReceipt: () => {
      const s = context.get();
      if (s.reopened && !isRunning(s)) closeReceipt(context);
    },
    dismissReceiptTrouble: () => context.set({ receiptTrouble: null }),
  };
}
