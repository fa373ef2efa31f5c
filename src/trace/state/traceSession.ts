import { createStore, type StoreApi } from 'zustand/vanilla';
import { orTell } from '../../core/faults/unexpected.ts';
import { keepOut } from '../../core/faults/unexpectedLog.ts';
import type { Keyveil } from '../../state/createKeyveil.ts';
import type { GivenFile } from '../../state/model/givenFile.ts';
import type { PhotoSetServices } from '../../state/photoSetServices.ts';
import { isReceipt } from '../../state/receipt/openReceipt.ts';
import { createTraceAsk, type TraceAsk } from './traceAsk.ts';
import { createTraceClaim, type TraceClaim } from './traceClaim.ts';
import { createTraceExample, type TraceExample } from './traceExample.ts';
import { createTraceModel, type TraceModel } from './traceModel.ts';
import { createTraceOwn, type TraceOwn } from './traceOwn.ts';
import { createTraceRestore, type TraceRestore } from './traceRestore.ts';
import type { TraceServices } from './traceServices.ts';

export const traceViews = ['own', 'model', 'restore'] as const;
type TraceView = (typeof traceViews)[number];

/** The tab `Trace`, with a state that outlives a look at another tab. */
export interface TraceSession {
  readonly store: StoreApi<{ readonly view: TraceView }>;
  readonly claim: TraceClaim;
  readonly restore: TraceRestore;
  readonly own: TraceOwn;
  readonly model: TraceModel;
  readonly ask: TraceAsk;
  readonly example: TraceExample;
  show(view: TraceView): void;
  /** Files that were dropped on the tab or pasted: receipts are opened, the rest goes to the view in sight. */
  take(files: Promise<readonly GivenFile[]>): Promise<void>;
}

export function createTraceSession(
  page: Keyveil['store'],
  tools: PhotoSetServices,
  services: TraceServices,
): TraceSession {
  const store = createStore<{ readonly view: TraceView }>(() => ({ view: 'own' }));
  const claim = createTraceClaim(page, services);
  const restore = createTraceRestore(claim, tools, services);
  const own = createTraceOwn(claim, tools, services);
  const model = createTraceModel(page, claim, tools, services);
  const ask = createTraceAsk(page, claim, model, tools, services);
  keepOut(function* () {
    for (const { file, folder } of [...own.store.getState().photos, ...model.store.getState().photos]) {
      yield file.name;
      if (folder !== null) yield folder;
    }
    for (const { file } of restore.store.getState().photos) yield file.name;
    yield ask.store.getState().model?.name ?? '';
    const { opened } = claim.store.getState();
    if (opened) yield* [opened.name, opened.receipt.dataset, ...opened.receipt.labels];
  });
  return {
    store,
    claim,
    restore,
    own,
    model,
    ask,
    example: createTraceExample({ claim, own, model, ask }),
    show: view => store.setState({ view }),
    async take(files) {
      const given = await files.catch(orTell([], 'reading a drop'));
      const receipt = given.find(({ file }) => isReceipt(file)) ?? given.find(isLoneJson(given));
      const others = given.filter(one => one !== receipt && !isReceipt(one.file));
      if (receipt) await claim.openFile(receipt.file);
      const { view } = store.getState();
      const back = view === 'model' ? others.filter(({ file }) => isBack(file.name)) : [];
      if (back.length > 0) await model.takeBack(back.map(({ file }) => file));
      const rest = others.filter(one => !back.includes(one));
      if (rest.length > 0) await { own, restore, model }[view].add(Promise.resolve(rest));
    },
  };
}

/** Somebody may have renamed a receipt; dropped alone it can be nothing else. */
function isLoneJson(given: readonly GivenFile[]): (one: GivenFile) => boolean {
  return ({ file: { name } }) => given.length === 1 && /\.json$/i.test(name) && !isSheet(name);
}

function isSheet(name: string): boolean {
  return /\.probes(?: ?\(\d+\))?\.json$/i.test(name);
}

/** What is brought back from a model: its answers, and the sheet that they are read by. */
function isBack(name: string): boolean {
  return isSheet(name) || /\.(?:csv|tsv|txt)$/i.test(name);
}
