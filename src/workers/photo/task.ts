import type { Broken } from '../../core/faults/failure.ts';
import type { ProtectJob, ProtectOutcome } from '../../pipeline/job.ts';

/** One photo on its way through the pool. Settles once. */
export class Task {
  readonly job: ProtectJob;
  readonly pixels: number;
  readonly signal: AbortSignal;
  readonly outcome: Promise<ProtectOutcome>;
  /** How many workers were lost over it. */
  losses = 0;
  onAbort: () => void = () => {};
  readonly #onStart: () => void;
  readonly #settle: PromiseWithResolvers<ProtectOutcome>;
  readonly #listener = () => this.onAbort();

  constructor(job: ProtectJob, pixels: number, signal: AbortSignal, onStart: () => void) {
    this.job = job;
    this.pixels = pixels;
    this.signal = signal;
    this.#onStart = onStart;
    this.#settle = withResolvers();
    this.outcome = this.#settle.promise;
    signal.addEventListener('abort', this.#listener);
  }

  started(): void {
    this.#onStart();
  }

  resolve(outcome: ProtectOutcome): void {
    this.signal.removeEventListener('abort', this.#listener);
    this.#settle.resolve(outcome);
  }

  reject(reason: unknown): void {
    this.signal.removeEventListener('abort', this.#listener);
    this.#settle.reject(reason);
  }

  /** Gives up on it, because no worker survives it or none can be started. */
  fail(reason: Broken): void {
    this.resolve({ kind: 'failed', id: this.job.id, reason });
  }
}

/** `Promise.withResolvers`, which browsers of early 2024 lack. */
function withResolvers<T>(): PromiseWithResolvers<T> {
  let resolve: PromiseWithResolvers<T>['resolve'] = () => {};
  let reject: PromiseWithResolvers<T>['reject'] = () => {};
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
