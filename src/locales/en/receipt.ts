/** Texts of receipts that are opened again; see ../en.ts. */
export const receipt = {
  'receipt.open': 'Open a receipt',
  'receipt.openHint': 'Adding to photos that you protected before?',
  'receipt.fixed': 'Fixed by the open receipt, so that new photos get the same filters.',
  'receipt.fixed.dataset': 'From the open receipt.',
  'check.title': 'Check an archive',
  'run.why.receipt-other-key': 'This is not the key of the open receipt.',
  'run.why.receipt-changed': 'The open receipt was changed.',
} as const;
