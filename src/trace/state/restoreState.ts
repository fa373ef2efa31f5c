import { isBroken } from '../../core/faults/failure.ts';
import type { RestoreOutcome } from '../worker/restoreClient.ts';
import type { ReadingState } from './givenPhotos.ts';

/** Photos that are restored, and how far that is. */

type Restored = Extract<RestoreOutcome, { kind: 'restored' }>;
export type NotRestored = Exclude<RestoreOutcome, { kind: 'restored' | 'cancelled' }>;

export type RestoreRow =
  | { readonly kind: 'waiting' }
  | {
      readonly kind: 'done';
      readonly restored: Omit<Restored, 'kind' | 'bytes'>;
      readonly blob: Blob;
      /** Whether the receipt lists this very file. */
      readonly listed: boolean;
    }
  | { readonly kind: 'refused'; readonly why: NotRestored };

/** Whether a photo is still to be restored: what broke off may go well another time. */
export function isToDo({ row }: RestorePhoto): boolean {
  if (row.kind !== 'refused') return row.kind === 'waiting';
  return isBroken(row.why.kind === 'failed' ? row.why.reason : row.why);
}

export interface RestorePhoto {
  readonly id: number;
  readonly file: File;
  /** Of the receipt's, for a copy that it does not list: by its folder, or as chosen. */
  readonly label: string | null;
  readonly row: RestoreRow;
}

export interface RestoreState extends ReadingState {
  readonly photos: readonly RestorePhoto[];
  /** To measure against. */
  readonly originals: readonly File[];
  readonly run: RestoreRun;
  /** The one that is looked at. */
  readonly shown: number | null;
}

type RestoreRun =
  | { readonly kind: 'idle' }
  /** What is restored already is as much as is kept in memory; save it and clear the list. */
  | { readonly kind: 'full' }
  | {
      readonly kind: 'running';
      readonly photos: number;
      /** 0 to 1. */
      readonly done: number;
      readonly secondsLeft: number | null;
    };

export const nothingToRestore: RestoreState = {
  photos: [],
  originals: [],
  reading: null,
  nothing: false,
  run: { kind: 'idle' },
  shown: null,
};
