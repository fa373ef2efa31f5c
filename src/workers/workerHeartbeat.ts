/**
 * Tells the page at once when a worker dies, however it dies: a worker that closes or crashes sends no event. It holds a
 * Web Lock of its own name for as long as it lives, and the browser gives the lock away when it does not.
 */

/** What the worker says, beside its answers to calls, once it holds the lock. */
const holding = 'keyveil-worker-lives';

/** In the worker, once; `name` is its own. Without locks a dead worker is noticed by its time limit. */
export function holdHeartbeat(name: string): void {
  if (name === '' || !('locks' in navigator)) return;
  navigator.locks
    .request(name, () => {
      postMessage(holding);
      return new Promise(() => {});
    })
    .catch(() => {});
}

/** In the page: `onEnd` is called when the worker of that name is gone. Gives what stops watching. */
export function watchHeartbeat(worker: Worker, name: string, onEnd: () => void): () => void {
  const abort = new AbortController();
  const { signal } = abort;
  const wait = ({ data }: MessageEvent<unknown>) => {
    if (data !== holding) return;
    navigator.locks.request(name, { signal }, () => (signal.aborted ? undefined : onEnd())).catch(() => {});
  };
  worker.addEventListener('message', wait, { signal });
  return () => abort.abort();
}
