import { WorkerLost } from '../../threads/workerLost.ts';

/** First and longest pause, in ms, before a worker whose script could not be had is asked for again. */
const firstPause = 1000;
const longestPause = 30_000;

/** What is asked of a worker, and how many have been lost over it. */
export interface Asked {
  losses: number;
}

export type LostAgain = 'at-once' | 'after-a-pause' | 'no';

/**
 * Whether what was asked of a lost worker is to be asked of the next one. A photo may have ended one worker, as in the
 * pool, but not two; for a script that could not be fetched no photo is to blame, and it may be there soon.
 */
export function lostAgain(error: unknown, asked: Asked): LostAgain {
  if (!(error instanceof WorkerLost)) return 'no';
  if (error.loss === 'not-loaded') return 'after-a-pause';
  asked.losses += 1;
  return asked.losses > 1 ? 'no' : 'at-once';
}

/** A rest between attempts, each twice as long as the one before, until one went well. */
export class Rest {
  #pause = firstPause;
  #timer: ReturnType<typeof setTimeout> | undefined;

  get resting(): boolean {
    return this.#timer !== undefined;
  }

  /** Rests, then calls `onEnd`. A rest that goes on goes on. */
  begin(onEnd: () => void): void {
    if (this.resting) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      onEnd();
    }, this.#pause);
    this.#pause = Math.min(2 * this.#pause, longestPause);
  }

  /** An attempt went well: there is nothing to rest for. */
  wentWell(): void {
    this.end();
    this.#pause = firstPause;
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
