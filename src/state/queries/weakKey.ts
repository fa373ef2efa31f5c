import type { KeyveilState } from '../model.ts';

/**
 * What the page says of a key that can be guessed: null where it cannot, or where it protected already, on this page, an
 * earlier visit or in the open receipt. `asks`: it protects nothing until the person says so.
 */
export function weakKey(s: KeyveilState): 'asks' | 'wanted' | null {
  if (s.key.kind !== 'ready' || !s.keyWeak) return null;
  if ([s.lastKeyCheck, s.reopened?.receipt.keyCheck].includes(s.key.keyCheck)) return null;
  return s.weakKeyWanted ? 'wanted' : 'asks';
}
