import { parseReceipt } from '../../core/receipt.ts';
import type { Actions } from '../actions.ts';
import type { Context } from '../context.ts';
import type { RecentSet } from '../model/recent.ts';
import type { KeyveilState } from '../model.ts';
import { receiptFile } from '../save/privateFiles.ts';
import type { RememberedSet } from '../services/visits.ts';

type RecentActions = Pick<Actions, 'rememberSet' | 'openRecentSet' | 'forgetRecentSet'>;

const nameOf = (s: KeyveilState) => s.dataset.trim().normalize('NFC');

/** Whether the set on the page is one that this device remembers. */
export function isRemembered(s: KeyveilState): boolean {
  return s.recentSets.some(({ dataset }) => dataset === nameOf(s));
}

/** @param openReceipt opens a receipt's file, after whatever is being added */
export function recentActions(
  context: Context,
  openReceipt: (file: File) => Promise<unknown>,
): RecentActions {
  const { get, services } = context;
  return {
    rememberSet: async on => {
      if (on) return remember(context);
      await services.recent.drop(nameOf(get()));
      await lookForSets(context);
      return true;
    },
    openRecentSet: async dataset => {
      const set = (await services.recent.list()).find(one => one.dataset === dataset);
      if (set) await openReceipt(new File([set.receipt], `${dataset}.keyveil.json`));
    },
    forgetRecentSet: async dataset => {
      const set = (await services.recent.list()).find(one => one.dataset === dataset);
      await services.recent.drop(dataset);
      await lookForSets(context);
      return async () => {
        if (set) await services.recent.keep(set);
        await lookForSets(context);
      };
    },
  };
}

/** What this device remembers. */
export async function lookForSets({ set, services }: Context): Promise<void> {
  const recentSets = (await services.recent.list()).map(
    ({ dataset, savedAt, photos, labels }): RecentSet => ({ dataset, savedAt, photos, labels }),
  );
  set({ recentSets });
}

/** Remembers the set as it is now. False: there is no receipt to be had, or the browser keeps nothing. */
async function remember(context: Context): Promise<boolean> {
  const file = await receiptFile(context.get());
  const receipt = file && (await file.blob.text());
  const read = receipt ? parseReceipt(receipt) : null;
  if (!receipt || read?.kind !== 'read') return false;
  const { dataset, files } = read.value;
  const set: RememberedSet = {
    dataset,
    savedAt: Date.now(),
    photos: files.length,
    labels: new Set(files.map(({ label }) => label)).size,
    receipt,
  };
  const kept = await context.services.recent.keep(set);
  await lookForSets(context);
  return kept;
}

/** Keeps a remembered set up to date: after each run its receipt lists more. Returns what stops it. */
export function keepRemembered(
  context: Context,
  subscribe: (listener: (s: KeyveilState, before: KeyveilState) => void) => () => void,
): () => void {
  return subscribe((s, before) => {
    if (s.run !== before.run && s.run.kind === 'ended' && isRemembered(s)) void remember(context);
  });
}
