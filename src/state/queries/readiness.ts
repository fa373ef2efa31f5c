import type { KeyveilState } from '../model.ts';
import { counts } from './counts.ts';
import { receiptStanding } from './receiptStanding.ts';
import { weakKey } from './weakKey.ts';

export type Readiness =
  | 'ready'
  | 'no-photos'
  | 'no-labels'
  | 'no-key'
  | 'deriving'
  /** The key can be guessed, and nobody said that it is wanted all the same. */
  | 'weak-key'
  /** Photos are known from an earlier visit, but their files have to be given again. */
  | 'no-files'
  /** The open receipt was made with another key. */
  | 'receipt-other-key'
  /** The open receipt was changed after it was written. */
  | 'receipt-changed'
  | 'nothing-to-do'
  | 'running';

/** All is done, by this page and not by a receipt alone: what is left is to take it away. */
export function allMade(s: KeyveilState): boolean {
  const { protected: done, before, failed } = counts(s);
  return readyToProtect(s) === 'nothing-to-do' && done > before && failed === 0;
}

/** Whether Protect can be pressed, and if not, what is missing. */
export function readyToProtect(s: KeyveilState): Readiness {
  if (s.run.kind === 'running' || s.run.kind === 'cancelling') return 'running';
  const { photos, labelled, pending, missing } = counts(s);
  if (photos === 0) return 'no-photos';
  if (labelled === 0) return 'no-labels';
  if (s.key.kind === 'deriving') return 'deriving';
  if (s.key.kind !== 'ready') return 'no-key';
  const receipt = receiptStanding(s);
  if (receipt === 'checking') return 'deriving';
  if (receipt === 'other-key' || receipt === 'changed') return `receipt-${receipt}`;
  if (weakKey(s) === 'asks') return 'weak-key';
  if (pending > 0) return 'ready';
  return missing > 0 ? 'no-files' : 'nothing-to-do';
}
