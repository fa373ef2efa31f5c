import type { Imprint, LabelImprint } from '../../core/imprint.ts';
import type { Size } from '../../core/picture/resize.ts';
import type { Receipt } from '../../core/receipt.ts';

/** What a person says of a copy that the receipt does not list. */
export interface GivenCopy {
  readonly label: string;
  /** `cuda`: of the photo that this is a copy of; `veil` needs none. */
  readonly peak?: number | undefined;
}

export interface PlannedRestore extends Imprint {
  readonly kind: 'planned';
  readonly label: string;
  /** `cuda` only, and null where nobody knows it. */
  readonly peak: number | null;
  /** Of the file that the receipt lists; null for other copies. */
  readonly expected: Size | null;
}

export type RestorePlan =
  | PlannedRestore
  /** The receipt does not list these bytes, and nobody said what they are. */
  | { readonly kind: 'not-listed' }
  /** There is no filter of that label. */
  | { readonly kind: 'unknown-label'; readonly label: string };

/**
 * How a file can be undone by its receipt. The bytes decide: a listed file is undone as it is listed, whatever is said.
 *
 * @param sha256 lower-case hex, of the protected file
 * @param filters the receipt's labels' own
 */
export function planRestore(
  receipt: Receipt,
  filters: readonly LabelImprint[],
  sha256: string,
  given: GivenCopy | null,
): RestorePlan {
  const listed = receipt.files.find(file => file.sha256 === sha256);
  const label = listed?.label ?? given?.label;
  if (label === undefined) return { kind: 'not-listed' };
  const imprint = filters.find(one => one.label === label);
  if (imprint === undefined) return { kind: 'unknown-label', label };
  const peak = receipt.settings.method === 'cuda' ? ((listed ?? given)?.peak ?? null) : null;
  const expected = listed ? { width: listed.width, height: listed.height } : null;
  const { filter, cast } = imprint;
  return { kind: 'planned', label, filter, cast, peak, expected };
}
