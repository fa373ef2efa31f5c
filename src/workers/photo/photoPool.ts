import type { Broken } from '../../core/faults/failure.ts';
import type { ProtectJob, ProtectOutcome } from '../../pipeline/job.ts';
import { pageSession } from '../../storage/session.ts';
import { brokenBy } from '../../threads/workerLost.ts';
import type { EngineChoice, EngineReport } from '../protocol.ts';
import { type OpenPhotoPort, openPhotoWorker } from './photoPort.ts';
import { type Machine, pixelBudget, pixelsOfJob, poolSize } from './poolSize.ts';
import { PoolWorker } from './poolWorker.ts';
import { Task } from './task.ts';

export type PoolStart =
  | { readonly kind: 'started'; readonly report: EngineReport; readonly workers: number }
  | Broken;

/** The page's way to the photo workers. */
export interface PhotoPool {
  /**
   * Starts the first worker and says what it found; the others start when there is work for them. Never rejects; after
   * a failure the next call tries anew.
   */
  start(): Promise<PoolStart>;
  /**
   * Queues one photo; `onStart` is called when a worker takes it. After `signal` aborts it rejects with the signal's
   * reason, unless the photo is finished within the moment that the worker is given to stop.
   */
  protect(job: ProtectJob, signal: AbortSignal, onStart?: () => void): Promise<ProtectOutcome>;
  /** Ends all workers; photos in hand reject with an AbortError. */
  dispose(): void;
}

export interface PoolOptions {
  /** Workers at most; otherwise what suits the machine and the engine. */
  readonly size?: number;
  /** Folder that results go to, null for memory; otherwise that of this page's session. */
  readonly folder?: string | null;
  readonly machine?: Machine;
  readonly open?: OpenPhotoPort;
}

/** A pool of workers that share a queue, first come, first served. A worker that dies or hangs is replaced. */
export function createPhotoPool(choice: EngineChoice, options: PoolOptions = {}): PhotoPool {
  return new Pool(choice, options);
}

class Pool implements PhotoPool {
  readonly #choice: EngineChoice;
  readonly #options: PoolOptions;
  readonly #machine: Machine;
  readonly #budget: number;
  readonly #queue: Task[] = [];
  readonly #workers: PoolWorker[] = [];
  #size = 1;
  #started: Promise<EngineReport> | null = null;
  #report: EngineReport | null = null;
  #disposed = false;

  constructor(choice: EngineChoice, options: PoolOptions) {
    this.#choice = choice;
    this.#options = options;
    this.#machine = options.machine ?? navigator;
    this.#budget = pixelBudget(this.#machine);
  }

  async start(): Promise<PoolStart> {
    this.#started ??= this.#startFirst();
    const starting = this.#started;
    try {
      return { kind: 'started', report: await starting, workers: this.#size };
    } catch (error) {
      if (this.#started === starting) this.#started = null;
      for (const worker of this.#workers.splice(0)) worker.stop();
      return brokenBy(error, 'starting a photo worker');
    }
  }

  async protect(
    job: ProtectJob,
    signal: AbortSignal,
    onStart: () => void = () => {},
  ): Promise<ProtectOutcome> {
    signal.throwIfAborted();
    if (this.#disposed) throw ended();
    const task = new Task(job, pixelsOfJob(job), signal, onStart);
    task.onAbort = () => this.#abort(task);
    this.#queue.push(task);
    void this.start().then(start => (start.kind === 'started' ? this.#dispatch() : this.#giveUp(start)));
    return task.outcome;
  }

  dispose(): void {
    this.#disposed = true;
    const left = [...this.#queue.splice(0), ...this.#workers.flatMap(worker => worker.stop())];
    for (const task of left) task.reject(ended());
  }

  async #startFirst(): Promise<EngineReport> {
    const folder = this.#options.folder === undefined ? (await pageSession()).folder : this.#options.folder;
    if (this.#disposed) throw ended();
    const first = this.#addWorker(this.#choice, folder);
    // A worker that dies at the start gets a second chance, like a photo.
    const report = await first.start().catch(() => first.start());
    this.#report = report;
    this.#size = this.#options.size ?? poolSize(this.#machine, report);
    // The others need not find out again that there is no GPU.
    const others = report.kind === 'cpu' ? 'cpu' : this.#choice;
    while (this.#workers.length < this.#size) this.#addWorker(others, folder);
    return report;
  }

  #addWorker(choice: EngineChoice, folder: string | null): PoolWorker {
    const worker = new PoolWorker(this.#options.open ?? openPhotoWorker, choice, folder, {
      onIdle: () => this.#dispatch(),
      onDropped: (tasks, why) => this.#takeBack(tasks, why),
    });
    this.#workers.push(worker);
    return worker;
  }

  /** Hands out photos while there are workers with room and memory for one more. */
  #dispatch(): void {
    if (this.#report === null || this.#disposed) return;
    for (let task = this.#queue[0]; task !== undefined; task = this.#queue[0]) {
      const inHand = this.#workers.reduce((sum, worker) => sum + worker.pixels, 0);
      // A photo that is over the budget all by itself is worked on alone.
      if (inHand > 0 && inHand + task.pixels > this.#budget) return;
      const worker = this.#roomiest(task);
      if (worker === null) return;
      this.#queue.shift();
      worker.give(task);
    }
  }

  #roomiest(task: Task): PoolWorker | null {
    const able = this.#workers.filter(worker => worker.hasRoomFor(task));
    return able.reduce<PoolWorker | null>((a, b) => (a === null || b.load < a.load ? b : a), null);
  }

  /**
   * Photos of a worker that is gone: tried once more, each alone in its worker, so that it is clear which one is to
   * blame.
   */
  #takeBack(tasks: readonly Task[], why: Broken | null): void {
    for (const task of [...tasks].reverse()) {
      if (why !== null) task.losses += 1;
      if (task.signal.aborted) task.reject(task.signal.reason);
      else if (why !== null && task.losses > 1) task.fail(why);
      else this.#queue.unshift(task);
    }
    this.#dispatch();
  }

  #abort(task: Task): void {
    const waiting = this.#queue.indexOf(task);
    if (waiting === -1) {
      for (const worker of this.#workers) worker.cancel(task);
      return;
    }
    this.#queue.splice(waiting, 1);
    task.reject(task.signal.reason);
  }

  /** No worker can be started at all. */
  #giveUp(why: Broken): void {
    for (const task of this.#queue.splice(0)) {
      if (this.#disposed) task.reject(ended());
      else task.fail(why);
    }
  }
}

function ended(): DOMException {
  return new DOMException('The pool was ended', 'AbortError');
}
