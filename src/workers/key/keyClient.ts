import type { Broken } from '../../core/faults/failure.ts';
import type { Imprint } from '../../core/imprint.ts';
import type { MethodSettings } from '../../core/settings.ts';
import { keptWorker } from '../../threads/keptWorker.ts';
import { type OpenPort, workerOpener } from '../../threads/openWorker.ts';
import { brokenBy } from '../../threads/workerLost.ts';
import type { KeyWorkerApi } from '../protocol.ts';
import script from './key.worker.ts?worker&url';

type Derived =
  | { readonly kind: 'ready'; readonly keyCheck: string }
  | { readonly kind: 'failed'; readonly broken: Broken }
  /** Another passphrase or dataset name came after this one. */
  | { readonly kind: 'superseded' };

export type MadeImprints =
  /** One a label, in order. */
  | { readonly kind: 'made'; readonly imprints: readonly Imprint[] }
  /** There is none, or another came while they were worked on. */
  | { readonly kind: 'no-key' }
  | Broken;

/** The page's way to the key worker. None of its promises rejects. */
export interface KeyClient {
  /** Of calls that come while one is at work only the latest is worked on. */
  derive(passphrase: string, dataset: string): Promise<Derived>;
  /** What the photos of each label carry, in order. A worker that was lost since it was keyed is keyed again first. */
  imprints(names: readonly string[], settings: MethodSettings): Promise<MadeImprints>;
  /** Overwrites what can be overwritten and ends the worker, and all of its memory with it. */
  forget(): Promise<void>;
  dispose(): void;
}

interface Typed {
  readonly passphrase: string;
  readonly dataset: string;
}

/** The worker is made when it is first needed, and anew when it was lost. */
export function createKeyClient(open: OpenPort<KeyWorkerApi> = workerOpener(script, 'key')): KeyClient {
  const worker = keptWorker(open);
  let latest = 0;
  let working: Promise<unknown> = Promise.resolve();
  /** What the worker was keyed with, for one that takes its place. The page holds the same in its field. */
  let keyed: Typed | null = null;

  function derive({ passphrase, dataset }: Typed): Promise<string> {
    return worker.call(api => api.derive(passphrase, dataset));
  }

  async function imprintsOf(names: readonly string[], settings: MethodSettings): Promise<MadeImprints> {
    const ask = () => worker.call(api => api.imprints(names, settings));
    let imprints = await ask();
    if (imprints === null && keyed !== null) {
      await derive(keyed);
      imprints = await ask();
    }
    return imprints === null ? { kind: 'no-key' } : { kind: 'made', imprints };
  }

  function broken(error: unknown, secrets: Typed | null): Broken {
    return brokenBy(error, 'key', secrets === null ? [] : Object.values(secrets));
  }

  return {
    async derive(passphrase, dataset) {
      latest += 1;
      const mine = latest;
      const typed = { passphrase, dataset };
      keyed = null;
      const answer = working.then(async (): Promise<Derived> => {
        if (mine !== latest) return { kind: 'superseded' };
        try {
          const keyCheck = await derive(typed);
          if (mine !== latest) return { kind: 'superseded' };
          keyed = typed;
          return { kind: 'ready', keyCheck };
        } catch (error) {
          return mine === latest ? { kind: 'failed', broken: broken(error, typed) } : { kind: 'superseded' };
        }
      });
      working = answer;
      return answer;
    },

    async imprints(names, settings) {
      const mine = latest;
      try {
        return await imprintsOf(names, settings);
      } catch (error) {
        if (mine !== latest) return { kind: 'no-key' };
        const why = broken(error, keyed);
        if (why.kind !== 'worker-lost' || why.loss !== 'crashed') return why;
      }
      // It may not happen again: another worker begins with memory of its own.
      try {
        return await imprintsOf(names, settings);
      } catch (error) {
        return mine === latest ? broken(error, keyed) : { kind: 'no-key' };
      }
    },

    async forget() {
      latest += 1;
      keyed = null;
      const port = worker.detach();
      // Once what it is at is done; a lost one has nothing to forget. Its memory goes with it: what WebAssembly wrote
      // there, and strings.
      await port?.api.forget().catch(() => {});
      port?.terminate();
    },

    dispose() {
      latest += 1;
      keyed = null;
      worker.end();
    },
  };
}
