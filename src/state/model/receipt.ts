import type { Receipt, ReceiptFile } from '../../core/receipt.ts';
import type { PhotoId } from './photos.ts';

/** A receipt that was opened, so that photos can be added to its dataset with the same filters. */
export interface Reopened {
  /** Of the file. */
  readonly name: string;
  readonly receipt: Receipt;
  /** Whether the filters are those that its commitment names; null until the right key is there to tell. */
  readonly genuine: boolean | null;
  /** Photos on the page that it lists as protected already. */
  readonly before: ReadonlyMap<PhotoId, ReceiptFile>;
}

/** Why a receipt could not be opened. `work-here`: photos that it does not list were protected on this page. */
export interface ReceiptTrouble {
  readonly name: string;
  readonly reason: 'not-a-receipt' | 'newer' | 'damaged' | 'unreadable' | 'running' | 'work-here';
}
