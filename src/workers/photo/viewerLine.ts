import type { Promised } from '../../threads/guarded.ts';
import type { KeptWorker } from '../../threads/keptWorker.ts';
import { brokenBy } from '../../threads/workerLost.ts';
import type { Failed, PhotoWorkerApi } from '../protocol.ts';
import { type Asked, lostAgain, Rest } from './lostAgain.ts';

type Ask<T> = (api: Promised<PhotoWorkerApi>) => Promise<T>;

interface Job extends Asked {
  /** Asks the worker and settles with its answer; rejects when the worker was lost. */
  attempt(): Promise<void>;
  giveUp(error: unknown): void;
  /** Something newer of its kind has come. */
  supersede(): void;
}

/** Where a job waits. */
type Place = 'picture' | 'figures' | 'later';

export type Superseded = { readonly kind: 'superseded' };

/**
 * What is asked about the photo in view, one thing at a time: pictures of it first, then figures, then what nobody waits
 * for. A worker that was lost is replaced. While none can be had, pictures fail at once, so that the page can say so,
 * and the rest waits.
 */
export class ViewerLine {
  readonly #worker: KeptWorker<PhotoWorkerApi>;
  #picture: Job | null = null;
  #figures: Job | null = null;
  /** In the order asked. */
  readonly #later: Job[] = [];
  #busy = false;
  readonly #rest = new Rest();

  constructor(worker: KeptWorker<PhotoWorkerApi>) {
    this.#worker = worker;
  }

  /** The latest wins; what waited is superseded. */
  picture<T>(ask: Ask<T>): Promise<T | Failed | Superseded> {
    this.#picture?.supersede();
    return new Promise(settle => {
      this.#picture = this.#job(ask, settle);
      void this.#serve();
    });
  }

  /** As pictures, after every picture that waits. */
  figures<T>(ask: Ask<T>): Promise<T | Failed | Superseded> {
    this.#figures?.supersede();
    return new Promise(settle => {
      this.#figures = this.#job(ask, settle);
      void this.#serve();
    });
  }

  /** After everything else that waits. Null once the signal aborts. */
  whenIdle<T>(signal: AbortSignal, ask: Ask<T>): Promise<T | Failed | null> {
    return new Promise(settle => {
      this.#later.push({
        losses: 0,
        attempt: async () => settle(signal.aborted ? null : await this.#worker.call(ask)),
        giveUp: error => settle(failed(error)),
        supersede: () => settle(null),
      });
      void this.#serve();
    });
  }

  dispose(): void {
    this.#rest.end();
    this.#picture?.supersede();
    this.#figures?.supersede();
    this.#picture = null;
    this.#figures = null;
    for (const job of this.#later.splice(0)) job.supersede();
  }

  #job<T>(ask: Ask<T>, settle: (answer: T | Failed | Superseded) => void): Job {
    return {
      losses: 0,
      attempt: async () => settle(await this.#worker.call(ask)),
      giveUp: error => settle(failed(error)),
      supersede: () => settle({ kind: 'superseded' }),
    };
  }

  async #serve(): Promise<void> {
    if (this.#busy) return;
    const turn = this.#take();
    if (turn === null) return;
    const { job, place } = turn;
    this.#busy = true;
    try {
      await job.attempt();
      this.#rest.wentWell();
    } catch (error) {
      this.#failed(job, place, error);
    }
    this.#busy = false;
    void this.#serve();
  }

  #take(): { readonly job: Job; readonly place: Place } | null {
    let job = this.#picture;
    if (job !== null) {
      this.#picture = null;
      return { job, place: 'picture' };
    }
    if (this.#rest.resting) return null;
    job = this.#figures;
    if (job !== null) {
      this.#figures = null;
      return { job, place: 'figures' };
    }
    job = this.#later.shift() ?? null;
    return job && { job, place: 'later' };
  }

  #failed(job: Job, place: Place, error: unknown): void {
    const again = lostAgain(error, job);
    if (again === 'after-a-pause') this.#rest.begin(() => void this.#serve());
    if (again === 'no' || (again === 'after-a-pause' && place === 'picture')) job.giveUp(error);
    else this.#putBack(job, place);
  }

  #putBack(job: Job, place: Place): void {
    if (place === 'later') this.#later.unshift(job);
    else if (place === 'picture') {
      if (this.#picture === null) this.#picture = job;
      else job.supersede();
    } else if (this.#figures === null) this.#figures = job;
    else job.supersede();
  }
}

function failed(error: unknown): Failed {
  return { kind: 'failed', reason: brokenBy(error, 'looking at photos') };
}
