import type { Loss } from '../core/faults/failure.ts';
import type { Unexpected } from '../core/faults/unexpected.ts';

/** What a worker tells whoever opened it, beside its answers to calls. */
export type Signal =
  /** Its script has run, and calls will be answered. */
  | { readonly kind: 'ready' }
  /** It holds the lock by which it is known to be alive; see `workerHeartbeat.ts`. */
  | { readonly kind: 'alive' }
  /** It can go on no more. */
  | { readonly kind: 'lost'; readonly loss: Loss }
  | { readonly kind: 'unexpected'; readonly what: Unexpected };

/** No answer of comlink has a field of this name. */
const slot = 'keyveilSignal';

/** In a worker. */
export function signal(given: Signal): void {
  postMessage({ [slot]: given });
}

/** In whoever opened it: the signal that a message is, or null. */
export function signalOf(data: unknown): Signal | null {
  return typeof data === 'object' && data !== null && slot in data ? (data[slot] as Signal) : null;
}
