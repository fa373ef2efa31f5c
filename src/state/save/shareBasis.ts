import type { KeyveilState } from '../model.ts';
import { volumes } from '../queries/archive.ts';

/** What can be handed to the sheet. */
export type Shareable = 'zip' | 'photos' | 'receipt';

/** What it is made of, to tell whether it is still all there is: the same things as when it is saved. */
export type ShareBasis = readonly unknown[];

export function shareBasis(what: Shareable, s: KeyveilState): ShareBasis {
  return what === 'receipt' ? [s.results, s.arrangement] : [volumes(s)];
}

export function sameBasis(a: ShareBasis, b: ShareBasis): boolean {
  return a.every((part, i) => part === b[i]);
}
