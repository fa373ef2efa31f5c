import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Broken } from '../../core/faults/failure.ts';
import { givenFiles } from '../../state/model/givenFile.ts';
import { type ExampleNetwork, exampleFiles, exampleModel, examplePhoto } from '../core/exampleModel.ts';
import type { TraceAsk } from './traceAsk.ts';
import type { TraceClaim } from './traceClaim.ts';
import type { TraceModel } from './traceModel.ts';
import type { TraceOwn } from './traceOwn.ts';

/** The ready example: for those who want to see what `Trace` does and have nothing at hand. */

interface ExampleState {
  readonly kind: 'idle' | 'loading' | 'failed';
  readonly broken: Broken | null;
  /** Which network was asked last. */
  readonly asked: ExampleNetwork | null;
}

export interface TraceExample {
  readonly store: StoreApi<ExampleState>;
  /** Opens a network with all that is needed to ask it, and asks. */
  askNetwork(network: ExampleNetwork): Promise<void>;
  /** Looks at photos that somebody might have taken. */
  lookAtPhotos(): Promise<void>;
}

interface Parts {
  readonly claim: TraceClaim;
  readonly own: TraceOwn;
  readonly model: TraceModel;
  readonly ask: TraceAsk;
}

/** As many as are drawn. */
const questions = 100;

export function createTraceExample(
  { claim, own, model, ask }: Parts,
  fetchFile: (name: string) => Promise<File> = fetchExampleFile,
): TraceExample {
  const store = createStore<ExampleState>(() => ({ kind: 'idle', broken: null, asked: null }));

  /** Fetches what is needed, opens the receipt unless it is open, and goes on. */
  async function withFiles(names: readonly string[], work: (files: readonly File[]) => Promise<void>) {
    if (store.getState().kind === 'loading') return;
    store.setState({ kind: 'loading', broken: null });
    const got = await Promise.all([exampleModel.receipt, ...names].map(fetchFile)).catch(() => null);
    const [receipt, ...files] = got ?? [];
    if (receipt === undefined) {
      // No network, or a host that does not have them.
      store.setState({ kind: 'failed', broken: { kind: 'worker-lost', loss: 'not-loaded' } });
      return;
    }
    if (claim.store.getState().opened?.openKey == null) {
      await claim.openExample(receipt, exampleModel.passphrase);
    }
    store.setState({ kind: 'idle' });
    await work(files);
  }

  return {
    store,
    askNetwork: network =>
      withFiles(exampleFiles(network), async files => {
        store.setState({ asked: network });
        if (model.store.getState().photos.length === 0) await model.addSamples();
        model.wish({ photos: questions });
        await ask.open(files);
        ask.change({ classNames: exampleModel.labels.join('\n') });
        await ask.ask();
      }),
    lookAtPhotos: () =>
      withFiles(exampleModel.found.map(examplePhoto), async files => {
        await own.add(Promise.resolve(givenFiles(files)));
        await own.run();
      }),
  };
}

async function fetchExampleFile(name: string): Promise<File> {
  const response = await fetch(`${exampleModel.folder}/${name}`);
  if (!response.ok) throw new Error(`${response.status} for a file of the example`);
  const type = /\.jpg$/.test(name) ? 'image/jpeg' : 'application/octet-stream';
  return new File([await response.blob()], name, { type, lastModified: 0 });
}
