import type { Promised } from './guarded.ts';
import type { OpenPort, WorkerPort } from './openWorker.ts';

/** A worker that is opened when it is first needed, and anew after it was lost. */
export interface KeptWorker<Api> {
  /** Rejects when the worker is lost or ended before it answers; the next call gets another. */
  call<T>(work: (api: Promised<Api>) => Promise<T>): Promise<T>;
  /** Ends it; the next call gets another. */
  end(): void;
  /** Hands it over to be ended; the next call gets another. Null: there is none. */
  detach(): WorkerPort<Api> | null;
}

/** @param start what each worker is to do before anything else; one that cannot is ended */
export function keptWorker<Api>(
  open: OpenPort<Api>,
  start?: (api: Promised<Api>) => Promise<unknown>,
): KeptWorker<Api> {
  let life: { readonly port: WorkerPort<Api>; readonly ready: Promise<unknown> } | null = null;

  function begin() {
    const letGo = () => {
      if (life?.port !== port) return;
      life = null;
      port.terminate();
    };
    const port = open(letGo);
    const ready = start?.(port.api) ?? Promise.resolve();
    ready.catch(letGo);
    return { port, ready };
  }

  function detach(): WorkerPort<Api> | null {
    const port = life?.port ?? null;
    life = null;
    return port;
  }

  return {
    call(work) {
      life ??= begin();
      const { port, ready } = life;
      return ready.then(() => work(port.api));
    },
    end: () => detach()?.terminate(),
    detach,
  };
}
