/**
 * The part of a key check that people compare: its first eight digits in two groups.
 *
 * @param keyCheck 16 hex digits (docs/method.md)
 */
export function fingerprint(keyCheck: string): string {
  return `${keyCheck.slice(0, 4)} ${keyCheck.slice(4, 8)}`;
}
