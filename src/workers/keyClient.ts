import { type Remote, releaseProxy, wrap } from 'comlink';
import type { Filter } from '../core/filter.ts';
import type { MethodSettings } from '../core/settings.ts';
import { startWorker } from '../policy/scripts.ts';
import script from './key.worker.ts?worker&url';
import type { Promised } from './port.ts';
import type { KeyWorkerApi } from './protocol.ts';

export type Derived =
  | { readonly kind: 'ready'; readonly keyCheck: string }
  /** `detail` is the name of what went wrong, and holds nothing that was typed. */
  | { readonly kind: 'failed'; readonly detail: string }
  /** Another passphrase or dataset name came after this one. */
  | { readonly kind: 'superseded' };

/** The page's way to the key worker. */
export interface KeyClient {
  /** Of calls that come while one is at work only the latest is worked on. */
  derive(passphrase: string, dataset: string): Promise<Derived>;
  /** One filter a label, in order. Rejects when there is no key, or another one while it was worked on. */
  filters(names: readonly string[], settings: MethodSettings): Promise<readonly Filter[]>;
  /** Overwrites what can be overwritten and ends the worker, and all of its memory with it. */
  forget(): Promise<void>;
  dispose(): void;
}

/** What the client needs of its worker; tests give it one that runs on the same thread. */
export interface KeyPort {
  readonly api: Promised<KeyWorkerApi>;
  dispose(): void;
}

/** The worker is made when it is first needed. */
export function createKeyClient(open: () => KeyPort = openKeyWorker): KeyClient {
  let port: KeyPort | null = null;
  let latest = 0;
  let working: Promise<unknown> = Promise.resolve();

  function api(): KeyPort['api'] {
    port ??= open();
    return port.api;
  }

  return {
    async derive(passphrase, dataset) {
      latest += 1;
      const mine = latest;
      const before = working;
      const answer = before.then(async (): Promise<Derived> => {
        if (mine !== latest) return { kind: 'superseded' };
        try {
          const keyCheck = await api().derive(passphrase, dataset);
          return mine === latest ? { kind: 'ready', keyCheck } : { kind: 'superseded' };
        } catch (error) {
          return mine === latest ? { kind: 'failed', detail: nameOf(error) } : { kind: 'superseded' };
        }
      });
      working = answer;
      return answer;
    },

    filters: (names, settings) => api().filters(names, settings),

    async forget() {
      latest += 1;
      const ended = port;
      port = null;
      // Once what it is at is done. Its memory goes with it: what WebAssembly wrote there, and strings.
      await ended?.api.forget();
      ended?.dispose();
    },

    dispose() {
      latest += 1;
      port?.dispose();
      port = null;
    },
  };
}

/** The message of an error might quote what it was given; its name cannot. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}

function openKeyWorker(): KeyPort {
  const worker = startWorker(script);
  const api: Remote<KeyWorkerApi> = wrap<KeyWorkerApi>(worker);
  return {
    api,
    dispose() {
      api[releaseProxy]();
      worker.terminate();
    },
  };
}
