import { releaseProxy } from 'comlink';
import { watchHeartbeat } from './workerHeartbeat.ts';

/** An interface as it looks from another thread: every answer is a promise. */
export type Promised<Api> = {
  readonly [K in keyof Api]: Api[K] extends (...given: infer Given) => infer Answer
    ? (...given: Given) => Promise<Awaited<Answer>>
    : never;
};

/** A name that no other worker has, by which it is known to be alive; see `watchHeartbeat`. */
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
  const unwatch = watchHeartbeat(worker, name, onLost);
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
