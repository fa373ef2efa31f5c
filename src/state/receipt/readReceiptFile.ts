import { parseReceipt, type Receipt } from '../../core/receipt.ts';

export type ReceiptRead =
  | { readonly kind: 'read'; readonly receipt: Receipt }
  | {
      readonly kind: 'refused';
      /** `unreadable`: the browser cannot read the file; `damaged`: a receipt, but not as it was saved. */
      readonly reason: 'unreadable' | 'not-a-receipt' | 'damaged' | 'newer';
    };

/** A receipt from the file that a person gave. Never rejects. */
export async function readReceiptFile(file: File): Promise<ReceiptRead> {
  let text: string;
  try {
    text = await file.text();
  } catch {
    return { kind: 'refused', reason: 'unreadable' };
  }
  const read = parseReceipt(text);
  if (read.kind === 'read') return { kind: 'read', receipt: read.value };
  return { kind: 'refused', reason: read.reason === 'not-ours' ? 'not-a-receipt' : read.reason };
}
