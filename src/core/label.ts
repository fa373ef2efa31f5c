import { cleanSegment, folded } from './archive/names.ts';

/** Labels: their names, their folders, and the order that the `veil` method depends on (docs/method.md). */

/** What the order looks at. Labels added together share a batch; later batches have greater numbers. */
export interface OrderedLabel {
  /** Normalised. */
  readonly name: string;
  readonly batch: number;
}

/** A label's name as it enters keys, receipts and lists: trimmed and NFC-normalised. May be empty. */
export function normaliseLabel(name: string): string {
  return name.trim().normalize('NFC');
}

/** The folder of a label in the archive; see {@link cleanSegment}. */
export function folderOf(label: string): string {
  return cleanSegment(normaliseLabel(label));
}

/**
 * Whether two labels would be one folder on many disks: same after cleaning, but for case. Such a pair must not
 * exist; equal labels are the same folder too.
 */
export function sameFolder(a: string, b: string): boolean {
  return sameFolderKey(a) === sameFolderKey(b);
}

/** Equal for two labels that would be one folder; see {@link sameFolder}. */
export function sameFolderKey(label: string): string {
  return folded(folderOf(label));
}

/** Compares by Unicode code point, for `sort`. JavaScript's own order puts U+1F600 before U+FFFD. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    if (a.charCodeAt(i) === b.charCodeAt(i)) continue;
    // At the second half of a pair the first halves are equal, so the second ones decide as the pairs would.
    return (a.codePointAt(i) ?? 0) - (b.codePointAt(i) ?? 0);
  }
  return a.length - b.length;
}

/**
 * The names in the order that their filters are chosen in.
 *
 * Until the first photo is protected, `frozen` is null: batches one after another, each by code point. From then on
 * pass the last order back in as `frozen`, at each change of the labels: every name in it keeps its place, whether
 * there is still a label of that name or not (a tombstone), and new names come after it in the order above. A name
 * that comes back finds its old place.
 */
export function labelOrder(
  frozen: readonly string[] | null,
  labels: readonly OrderedLabel[],
): readonly string[] {
  const known = new Set(frozen ?? []);
  const added = labels.filter(label => !known.has(label.name));
  added.sort((a, b) => a.batch - b.batch || compareCodePoints(a.name, b.name));
  return [...known, ...new Set(added.map(label => label.name))];
}
