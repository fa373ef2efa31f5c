import type { KeyveilState } from '../model.ts';

/**
 * Whether an open receipt and the key fit together. `right`: it was made with this key, and its commitment holds.
 * `changed`: made with this key, but labels or settings in it are no longer those that it was written with.
 */
export type ReceiptStanding = 'closed' | 'no-key' | 'checking' | 'other-key' | 'changed' | 'right';

export function receiptStanding(s: KeyveilState): ReceiptStanding {
  if (!s.reopened) return 'closed';
  if (s.key.kind === 'deriving') return 'checking';
  if (s.key.kind !== 'ready') return 'no-key';
  if (s.key.keyCheck !== s.reopened.receipt.keyCheck) return 'other-key';
  if (s.reopened.genuine === null) return 'checking';
  return s.reopened.genuine ? 'right' : 'changed';
}

/** Whether photos may be protected, as far as an open receipt is concerned. */
export function receiptAgrees(s: KeyveilState): boolean {
  const standing = receiptStanding(s);
  return standing === 'closed' || standing === 'right';
}
