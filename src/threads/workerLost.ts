import type { Broken, Loss } from '../core/faults/failure.ts';
import { unexpected } from '../core/faults/unexpected.ts';

/** What every call of a worker that was lost rejects with. */
export class WorkerLost extends Error {
  override readonly name = 'WorkerLost';
  readonly loss: Loss;

  constructor(loss: Loss) {
    super(`The worker was lost: ${loss}`);
    this.loss = loss;
  }
}

/** What every call of a worker rejects with that was ended by whoever opened it. */
export function workerEnded(): DOMException {
  return new DOMException('The worker was ended', 'AbortError');
}

/**
 * What it means that a call of a worker rejected: it was lost, or something went wrong in it that never should, which a
 * developer then hears of. The one place where such exceptions become data.
 *
 * @param where what was asked for, in a word or two
 * @param secrets what the exception might quote
 */
export function brokenBy(error: unknown, where: string, secrets: readonly string[] = []): Broken {
  if (error instanceof WorkerLost) return { kind: 'worker-lost', loss: error.loss };
  // Ended while it was asked: whoever did that waits for no answer.
  if (error instanceof DOMException && error.name === 'AbortError') {
    return { kind: 'worker-lost', loss: 'crashed' };
  }
  const { name, message } = unexpected(error, where, { secrets });
  return { kind: 'unexpected', detail: `${name}: ${message}` };
}
