import { releaseProxy, wrap } from 'comlink';
import { startWorker } from '../policy/scripts.ts';
import { watchLife } from './life.ts';
import script from './photo/photo.worker.ts?worker&url';
import type { PhotoWorkerApi } from './protocol.ts';

/** An interface as it looks from another thread: every answer is a promise. */
export type Promised<Api> = {
  readonly [K in keyof Api]: Api[K] extends (...given: infer Given) => infer Answer
    ? (...given: Given) => Promise<Awaited<Answer>>
    : never;
};

/** A worker as its façade sees it; tests give façades one that runs on the same thread. */
export interface PhotoPort {
  readonly api: Promised<PhotoWorkerApi>;
  /** Ends the worker. Calls that it has not answered stay unanswered for ever. */
  terminate(): void;
}

/** Makes a port. `onLost` is told when the worker dies of itself or its script does not load. */
export type OpenPhotoPort = (onLost: () => void) => PhotoPort;

/** A name that no other worker has, by which it is known to be alive; see `watchLife`. */
export function workerName(kind: string): string {
  return `keyveil-${kind}-${crypto.randomUUID()}`;
}

/**
 * The port of a worker that was opened with this name.
 *
 * @param api the worker as comlink wraps it
 */
export function portTo<Api extends { [releaseProxy](): void }>(
  worker: Worker,
  name: string,
  api: Api,
  onLost: () => void,
): { readonly api: Api; terminate(): void } {
  worker.addEventListener('error', onLost);
  worker.addEventListener('messageerror', onLost);
  const unwatch = watchLife(worker, name, onLost);
  return {
    api,
    terminate() {
      unwatch();
      worker.removeEventListener('error', onLost);
      worker.removeEventListener('messageerror', onLost);
      api[releaseProxy]();
      worker.terminate();
    },
  };
}

export const openPhotoWorker: OpenPhotoPort = onLost => {
  const name = workerName('worker');
  const worker = startWorker(script, name);
  return portTo(worker, name, wrap<PhotoWorkerApi>(worker), onLost);
};
