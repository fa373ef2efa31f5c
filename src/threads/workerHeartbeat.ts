/**
 * How a dead worker is noticed at once, however it died: a worker that closes or crashes sends no event. It holds a Web
 * Lock of its own name for as long as it lives, and the browser gives the lock away when it does not.
 */

/** In the worker, once; `name` is its own. Without locks a dead worker is noticed by its time limit. */
export function holdHeartbeat(name: string, onHeld: () => void): void {
  if (name === '' || !('locks' in navigator)) return;
  navigator.locks
    .request(name, () => {
      onHeld();
      return new Promise(() => {});
    })
    // Some private windows have no locks to give.
    .catch(() => {});
}

/** In the page, once the worker of that name holds its lock: `onEnd` is called when it is gone. Ends with `signal`. */
export function watchHeartbeat(name: string, signal: AbortSignal, onEnd: () => void): void {
  navigator.locks
    .request(name, { signal }, () => (signal.aborted ? undefined : onEnd()))
    // Nobody waits for it any more.
    .catch(() => {});
}
