import { expose } from 'comlink';
import { receiveUnexpected, unexpected } from '../core/faults/unexpected.ts';
import { signal } from './signal.ts';
import { holdHeartbeat } from './workerHeartbeat.ts';

/**
 * The worker's side of `openWorker`: answers calls by `api`, and tells whoever opened it that it lives, that it is lost,
 * and of what was not expected. Call it once, last.
 */
export function serveWorker<Api extends object>(api: Api): void {
  receiveUnexpected(what => signal({ kind: 'unexpected', what }));
  // `keyveil-photo-…`
  const where = `${self.name.split('-')[1] ?? ''} worker`.trim();
  // What nobody caught. It is told of here with its stack, which the page would not get, and without going through the
  // browser's own report, which quotes all of its message.
  addEventListener('error', event => {
    event.preventDefault();
    unexpected(event.error ?? event.message, where);
    signal({ kind: 'lost', loss: 'crashed' });
  });
  addEventListener('unhandledrejection', event => {
    event.preventDefault();
    unexpected(event.reason, where, { stray: true });
  });
  // A call that could not be read has no number by which it could be answered.
  addEventListener('messageerror', () => signal({ kind: 'lost', loss: 'unreadable' }));
  expose(api);
  holdHeartbeat(self.name, () => signal({ kind: 'alive' }));
  signal({ kind: 'ready' });
}
