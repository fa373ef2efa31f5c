import { type Remote, releaseProxy, wrap } from 'comlink';
import type { Imprint } from '../../core/imprint.ts';
import type { MethodSettings } from '../../core/settings.ts';
import { startWorker } from '../../policy/scripts.ts';
import type { Promised } from '../openWorker.ts';
import type { KeyWorkerApi } from '../protocol.ts';
import script from './key.worker.ts?worker&url';

type Derived =
  | { readonly kind: 'ready'; readonly keyCheck: string }
  /** `detail` is the name of what went wrong, and holds nothing that was typed. */
  | { readonly kind: 'failed'; readonly detail: string }
  /** Another passphrase or dataset name came after this one. */
  | { readonly kind: 'superseded' };

/** The page's way to the key worker. */
export interface KeyClient {
  /** Of calls that come while one is at work only the latest is worked on. */
  derive(passphrase: string, dataset: string): Promise<Derived>;
  /** What the photos of each label carry, in order. Rejects when there is no key, or another one while it was worked on. */
  imprints(names: readonly string[], settings: MethodSettings): Promise<readonly Imprint[]>;
  /** Overwrites what can be overwritten and ends the worker, and all of its memory with it. */
  forget(): Promise<void>;
  dispose(): void;
}

/** What the client needs of its worker; tests give it one that runs on the same thread. */
export interface KeyPort {
  readonly api: Promised<KeyWorkerApi>;
  dispose(): void;
}

interface Running {
  readonly port: KeyPort;
  /** Rejects when the worker could not be loaded or died. */
  readonly lost: Promise<never>;
}

/** The worker is made when it is first needed, and anew when it was lost. */
export function createKeyClient(open: (onLost: () => void) => KeyPort = openKeyWorker): KeyClient {
  let running: Running | null = null;
  let latest = 0;
  let working: Promise<unknown> = Promise.resolve();

  function start(): Running {
    let lose = () => {};
    const lost = new Promise<never>((_, reject) => {
      lose = () => reject(new Error('lost'));
    });
    // Whoever waits for an answer hears of it; without one, nobody has to.
    lost.catch(() => {});
    const port = open(() => {
      if (running?.port === port) running = null;
      port.dispose();
      lose();
    });
    return { port, lost };
  }

  function ask<T>(what: (api: KeyPort['api']) => Promise<T>): Promise<T> {
    running ??= start();
    return Promise.race([what(running.port.api), running.lost]);
  }

  return {
    async derive(passphrase, dataset) {
      latest += 1;
      const mine = latest;
      const before = working;
      const answer = before.then(async (): Promise<Derived> => {
        if (mine !== latest) return { kind: 'superseded' };
        try {
          const keyCheck = await ask(api => api.derive(passphrase, dataset));
          return mine === latest ? { kind: 'ready', keyCheck } : { kind: 'superseded' };
        } catch (error) {
          return mine === latest ? { kind: 'failed', detail: nameOf(error) } : { kind: 'superseded' };
        }
      });
      working = answer;
      return answer;
    },

    imprints: (names, settings) => ask(api => api.imprints(names, settings)),

    async forget() {
      latest += 1;
      const ended = running;
      running = null;
      if (ended === null) return;
      // Once what it is at is done. Its memory goes with it: what WebAssembly wrote there, and strings.
      await Promise.race([ended.port.api.forget(), ended.lost]).catch(() => {});
      ended.port.dispose();
    },

    dispose() {
      latest += 1;
      running?.port.dispose();
      running = null;
    },
  };
}

/** The message of an error might quote what it was given; its name cannot. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}

function openKeyWorker(onLost: () => void): KeyPort {
  const worker = startWorker(script);
  worker.addEventListener('error', onLost, { once: true });
  let ended = false;
  const api: Remote<KeyWorkerApi> = wrap<KeyWorkerApi>(worker);
  return {
    api,
    dispose() {
      if (ended) return;
      ended = true;
      api[releaseProxy]();
      worker.terminate();
    },
  };
}
