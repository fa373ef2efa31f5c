import { Worker } from 'node:worker_threads';
import type { PhotoJob, PhotoResult, ThreadSetup } from './protocol.ts';
import { freePlace, roomMemory } from './sharedRoom.ts';

/** So many pixels may be decoded at a time for each thread: two photos of a good camera. */
const pixelsPerThread = 32_000_000;
/** A message takes so many jobs as are done in about this time, so that small pictures do not wait for letters. */
const messageMs = 40;
const mostInMessage = 64;
const mostTries = 2;

interface Waiting {
  readonly job: PhotoJob;
  readonly answer: (result: PhotoResult) => void;
  tries: number;
}

interface Thread {
  readonly worker: Worker;
  /** What it works on now. */
  doing: readonly Waiting[];
  since: number;
}

type PoolSetup = Pick<ThreadSetup, 'treatments' | 'marks'>;

/**
 * Threads that protect photos. A thread that dies is started anew, and what it worked on is tried once more, each job by
 * itself. Close it.
 */
export class PhotoPool {
  readonly #threads: Thread[];
  readonly #queue: Waiting[] = [];
  readonly #setup: Omit<ThreadSetup, 'place'>;
  readonly #entry: URL;
  /** Whoever waits for the queue to shorten. */
  #waiters: (() => void)[] = [];
  /** Milliseconds a job, lately. */
  #pace = 100;
  #closed = false;

  /** @param entry the built `photoThread.js` */
  constructor(entry: URL, count: number, setup: PoolSetup) {
    this.#entry = entry;
    this.#setup = { ...setup, room: roomMemory(count), roomPixels: count * pixelsPerThread };
    this.#threads = Array.from({ length: count }, (_, place) => this.#start(place));
  }

  /** How many jobs may well be under way at a time. */
  get width(): number {
    return 2 * this.#threads.length * this.#perMessage();
  }

  /** Resolves when another job would not wait long. Ask before each, so that memory stays bounded. */
  async ready(): Promise<void> {
    while (this.#queue.length >= this.#threads.length * this.#perMessage())
      await new Promise<void>(resolve => this.#waiters.push(resolve));
  }

  /** Never rejects. */
  do(job: PhotoJob): Promise<PhotoResult> {
    return new Promise(answer => {
      this.#queue.push({ job, answer, tries: 0 });
      // Not at once: what is asked for in the same breath goes in one message.
      queueMicrotask(() => this.#deal());
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }

  #perMessage(): number {
    return Math.max(1, Math.min(mostInMessage, Math.floor(messageMs / this.#pace)));
  }

  #start(place: number): Thread {
    const worker = new Worker(this.#entry, { workerData: { ...this.#setup, place } });
    const thread: Thread = { worker, doing: [], since: 0 };
    worker.on('message', (results: readonly PhotoResult[]) => this.#receive(thread, results));
    // An error is followed by the exit, where its jobs are seen to.
    worker.on('error', () => {});
    worker.on('exit', () => this.#replace(thread, place));
    return thread;
  }

  #deal(): void {
    for (const thread of this.#threads) {
      if (thread.doing.length > 0 || this.#queue.length === 0) continue;
      // What took a thread down goes alone, so that it takes nothing with it.
      const alone = this.#queue.findIndex(({ tries }) => tries > 0);
      const count = alone === 0 ? 1 : Math.min(this.#perMessage(), alone === -1 ? this.#queue.length : alone);
      thread.doing = this.#queue.splice(0, count);
      thread.since = performance.now();
      const jobs = thread.doing.map(({ job }) => job);
      thread.worker.postMessage(jobs);
    }
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const resume of waiters) resume();
  }

  #receive(thread: Thread, results: readonly PhotoResult[]): void {
    const { doing } = thread;
    thread.doing = [];
    this.#pace = 0.8 * this.#pace + (0.2 * (performance.now() - thread.since)) / Math.max(1, doing.length);
    this.#deal();
    for (const [at, { answer }] of doing.entries()) {
      const result = results[at];
      if (result !== undefined) answer(result);
    }
  }

  #replace({ doing }: Thread, place: number): void {
    if (this.#closed) return;
    freePlace(this.#setup.room, place);
    this.#threads[place] = this.#start(place);
    for (const waiting of doing) {
      waiting.tries += 1;
      if (waiting.tries < mostTries) this.#queue.unshift(waiting);
      else waiting.answer({ kind: 'failed', reason: { kind: 'worker-lost', loss: 'crashed' } });
    }
    this.#deal();
  }
}
