import type { Imprint, LabelImprint } from '../../core/imprint.ts';
import { commitment, type Receipt } from '../../core/receipt.ts';
import type { MethodSettings } from '../../core/settings.ts';

/**
 * What Trace starts from: a receipt together with the filters and casts that its key gives. Only who holds the key can make one,
 * and the receipt says whether it is the right key.
 */
export interface Claim {
  readonly receipt: Receipt;
  /** One a label, in the receipt's order, tombstones included. */
  readonly filters: readonly LabelImprint[];
}

/** A key, as far as a claim needs it. `LabelFilters` and the key worker both answer so. */
export interface ClaimKey {
  /** 16 hex digits, see `keyCheck` in key.ts. */
  readonly keyCheck: string;
  /** What the photos of each label carry, in the order given. */
  imprints(labels: readonly string[], settings: MethodSettings): Promise<readonly Imprint[]>;
}

export type ClaimOutcome =
  | { readonly kind: 'ok'; readonly claim: Claim }
  /** Another passphrase or another dataset name than the receipt's. */
  | { readonly kind: 'wrong-key' }
  /** The right key, but its filters are not those that the receipt was bound to: somebody changed the receipt. */
  | { readonly kind: 'other-filters' };

/**
 * Recomputes the filters of a receipt from the key and checks them against its key check and commitment. Rejects only
 * as `key.imprints` does.
 *
 * @param key derived for `receipt.dataset`
 */
export async function claimOf(receipt: Receipt, key: ClaimKey): Promise<ClaimOutcome> {
  if (key.keyCheck !== receipt.keyCheck) return { kind: 'wrong-key' };
  const found = await key.imprints(receipt.labels, receipt.settings);
  const filters = receipt.labels.flatMap((label, i) => {
    const imprint = found[i];
    return imprint ? [{ label, ...imprint }] : [];
  });
  if (filters.length !== receipt.labels.length) return { kind: 'other-filters' };
  if ((await commitment(filters)) !== receipt.commitment) return { kind: 'other-filters' };
  return { kind: 'ok', claim: { receipt, filters } };
}
