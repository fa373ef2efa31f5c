import { commitment, type Receipt } from '../../core/receipt.ts';
import { sameSettings } from '../../core/settings.ts';
import type { Context } from '../context.ts';
import type { LabelImprints } from '../model/key.ts';
import type { KeyveilState } from '../model.ts';

/** The filters of the receipt's own labels, once they are those of its key and settings; null until then. */
function filtersFor({ keyCheck, settings, labels }: Receipt, filters: LabelImprints | null) {
  if (filters?.keyCheck !== keyCheck || !sameSettings(filters.settings, settings)) return null;
  const found = labels.flatMap(label => {
    const imprint = filters.byName.get(label);
    return imprint ? [{ label, ...imprint }] : [];
  });
  return found.length === labels.length ? found : null;
}

/**
 * Recomputes the commitment of an open receipt as soon as the right key is there. Returns the function that stops it.
 */
export function keepReceiptChecked(
  context: Context,
  subscribe: (listener: (s: KeyveilState) => void) => () => void,
): () => void {
  let checking: Receipt | null = null;
  const check = async ({ reopened, filters }: KeyveilState) => {
    if (!reopened || reopened.genuine !== null || checking === reopened.receipt) return;
    const { receipt } = reopened;
    const known = filtersFor(receipt, filters);
    if (!known) return;
    checking = receipt;
    const genuine = (await commitment(known)) === receipt.commitment;
    const now = context.get().reopened;
    checking = null;
    if (now?.receipt === receipt) context.set({ reopened: { ...now, genuine } });
  };
  return subscribe(s => void check(s));
}
