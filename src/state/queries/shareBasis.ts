import type { KeyveilState } from '../model.ts';
import { volumes } from './archive.ts';

/** What can be shared. */
export type Shareable = 'zip' | 'photos' | 'receipt';

/** What the shared files are made of, to tell later whether they are still all there is. */
export type ShareBasis = readonly unknown[];

/** What a share of this kind is made of at present. */
export function shareBasis(what: Shareable, s: KeyveilState): ShareBasis {
  return what === 'receipt' ? [s.results, s.arrangement] : [volumes(s)];
}

/** Whether what was shared is still all there is. */
export function sameBasis(a: ShareBasis, b: ShareBasis): boolean {
  return a.every((part, i) => part === b[i]);
}
