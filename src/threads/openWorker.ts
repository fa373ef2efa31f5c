import { releaseProxy, wrap } from 'comlink';
import type { Loss } from '../core/faults/failure.ts';
import { passOn, unexpected } from '../core/faults/unexpected.ts';
import { startWorker } from '../policy/scripts.ts';
import { guarded, type Promised } from './guarded.ts';
import { signalOf } from './signal.ts';
import { watchHeartbeat } from './workerHeartbeat.ts';
import { WorkerLost, workerEnded } from './workerLost.ts';

/** A worker as its façade sees it; tests give façades one that runs on the same thread. */
export interface WorkerPort<Api> {
  /** Each call is answered: with a {@link WorkerLost} when the worker is lost, with an AbortError when it was ended. */
  readonly api: Promised<Api>;
  /** Resolves once its script was fetched and has run; missing where that is at once. */
  readonly ready?: Promise<void>;
  /** Ends the worker. */
  terminate(): void;
}

/** Opens a worker. `onLost` is told once when it is lost, whether or not something was asked of it. */
export type OpenPort<Api> = (onLost: (lost: WorkerLost) => void) => WorkerPort<Api>;

/**
 * The one way to open a worker.
 *
 * @param script what `import script from './some.worker.ts?worker&url'` gives; it calls `serveWorker`
 * @param kind begins its name, for whoever looks at threads
 */
export function workerOpener<Api>(script: string, kind: string): OpenPort<Api> {
  return onLost => openWorker(script, kind, onLost);
}

function openWorker<Api>(script: string, kind: string, onLost: (lost: WorkerLost) => void): WorkerPort<Api> {
  // A name that no other worker has, by which it is known to be alive.
  const name = `keyveil-${kind}-${crypto.randomUUID()}`;
  const worker = startWorker(script, name);
  const remote = wrap<object>(worker);
  // Comlink's own type says the same, but not in a way that TypeScript can follow for any interface.
  const { api, end } = guarded(remote as unknown as Promised<Api>);
  const watch = new AbortController();
  const listening = { signal: watch.signal };
  let ready = false;
  let beReady: () => void = () => {};
  const whenReady = new Promise<void>(resolve => {
    beReady = resolve;
  });

  function stop(reason: unknown): void {
    watch.abort();
    remote[releaseProxy]();
    worker.terminate();
    end(reason);
  }
  function lose(loss: Loss): void {
    if (watch.signal.aborted) return;
    const lost = new WorkerLost(loss);
    stop(lost);
    onLost(lost);
  }

  worker.addEventListener(
    'message',
    ({ data }) => {
      const signal = signalOf(data);
      if (signal?.kind === 'ready') {
        ready = true;
        beReady();
      } else if (signal?.kind === 'alive') watchHeartbeat(name, watch.signal, () => lose('crashed'));
      else if (signal?.kind === 'lost') lose(signal.loss);
      else if (signal?.kind === 'unexpected') passOn(signal.what);
    },
    listening,
  );
  worker.addEventListener(
    'error',
    event => {
      // The browser would write it to the console with all that its message quotes.
      event.preventDefault();
      // A script that cannot be fetched has no more to say than that.
      if (event.message) unexpected(thrownBy(event), `${kind} worker`);
      lose(ready ? 'crashed' : 'not-loaded');
    },
    listening,
  );
  worker.addEventListener('messageerror', () => lose('unreadable'), listening);

  return {
    api,
    ready: whenReady,
    terminate() {
      if (!watch.signal.aborted) stop(workerEnded());
    },
  };
}

/** What a script threw before it could tell of it itself: errors do not cross threads in events, only words of them. */
function thrownBy({ message, filename, lineno, colno }: ErrorEvent): Error {
  const error = new Error(message);
  error.stack = `Error: ${message}\n    at ${filename}:${lineno}:${colno}`;
  return error;
}
