import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Keyveil } from './createKeyveil.ts';
import type { ProveTools } from './proveTools.ts';
import { isReceipt } from './receiptActions.ts';
import { createTraceClaim, type TraceClaim } from './traceClaim.ts';
import { createTraceOwn, type TraceOwn } from './traceOwn.ts';
import { createTraceRestore, type TraceRestore } from './traceRestore.ts';
import type { TraceServices } from './traceServices.ts';

export const traceViews = ['own', 'restore'] as const;
export type TraceView = (typeof traceViews)[number];

/** The tab `Trace`, with a state that outlives a look at another tab. */
export interface TraceSession {
  readonly store: StoreApi<{ readonly view: TraceView }>;
  readonly claim: TraceClaim;
  readonly restore: TraceRestore;
  readonly own: TraceOwn;
  show(view: TraceView): void;
  /** Files that were dropped on the tab or pasted: receipts are opened, the rest goes to the view in sight. */
  take(files: Promise<readonly File[]>): Promise<void>;
}

export function createTraceSession(
  page: Keyveil['store'],
  tools: ProveTools,
  services: TraceServices,
): TraceSession {
  const store = createStore<{ readonly view: TraceView }>(() => ({ view: 'own' }));
  const claim = createTraceClaim(page, services);
  const restore = createTraceRestore(claim, tools, services);
  const own = createTraceOwn(claim, tools, services);
  return {
    store,
    claim,
    restore,
    own,
    show: view => store.setState({ view }),
    async take(files) {
      const given = await files.catch(() => []);
      const receipt = given.find(isReceipt) ?? given.find(isLoneJson(given));
      const rest = given.filter(file => file !== receipt && !isReceipt(file));
      if (receipt) await claim.openFile(receipt);
      if (rest.length === 0) return;
      const taker = store.getState().view === 'restore' ? restore : own;
      await taker.add(Promise.resolve(rest));
    },
  };
}

/** Somebody may have renamed a receipt; dropped alone it can be nothing else. */
function isLoneJson(given: readonly File[]): (file: File) => boolean {
  return file => given.length === 1 && /\.json$/i.test(file.name);
}
