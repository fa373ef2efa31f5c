import type { Broken } from '../../core/faults/failure.ts';
import { brokenBy } from '../../threads/workerLost.ts';
import type { EngineChoice, EngineReport } from '../protocol.ts';
import type { OpenPhotoPort, PhotoPort } from './photoPort.ts';
import { timeLimit } from './poolSize.ts';
import type { Task } from './task.ts';

/** What the pool is told. */
export interface PoolWorkerEvents {
  /** There is room for another photo. */
  onIdle(): void;
  /** The worker is gone and these are not done; `why` when it died or hung over them. */
  onDropped(tasks: readonly Task[], why: Broken | null): void;
}

/** Two photos in hand: one is read and decoded while the other is filtered. */
const depth = 2;
/** How long a worker has to stop by itself, in ms, before it is ended. */
const grace = 300;
/** How long it may take to make an engine ready, in ms, once the worker's script has been fetched. */
const startLimit = 60_000;
/** A worker that does not answer in time is ended, as the browser would. */
const hung: Broken = { kind: 'worker-lost', loss: 'crashed' };

/** A living worker and what it is busy with. */
interface Life {
  readonly port: PhotoPort;
  readonly report: Promise<EngineReport>;
}

/** One place in the pool: a worker, made anew after it was lost, and the photos that it has in hand. */
export class PoolWorker {
  readonly #open: OpenPhotoPort;
  readonly #choice: EngineChoice;
  readonly #folder: string | null;
  readonly #events: PoolWorkerEvents;
  /** Photos in hand, each with its clock, which does not run before the worker is ready. */
  readonly #timers = new Map<Task, ReturnType<typeof setTimeout> | undefined>();
  #life: Life | null = null;
  #stopped = false;

  constructor(open: OpenPhotoPort, choice: EngineChoice, folder: string | null, events: PoolWorkerEvents) {
    this.#open = open;
    this.#choice = choice;
    this.#folder = folder;
    this.#events = events;
  }

  get load(): number {
    return this.#timers.size;
  }

  get pixels(): number {
    return [...this.#timers.keys()].reduce((sum, task) => sum + task.pixels, 0);
  }

  /** A photo that a worker was lost over before gets one to itself. */
  hasRoomFor(task: Task): boolean {
    if (this.#stopped || this.load >= depth) return false;
    if (this.load === 0) return true;
    return task.losses === 0 && [...this.#timers.keys()].every(other => other.losses === 0);
  }

  /** Makes the worker ready; rejects when it dies over it. */
  start(): Promise<EngineReport> {
    this.#life ??= this.#begin();
    return this.#life.report;
  }

  give(task: Task): void {
    this.#timers.set(task, undefined);
    task.started();
    void this.#work(task);
  }

  /** Asks the worker to stop working on the photo, and ends it if it does not. */
  cancel(task: Task): void {
    if (!this.#timers.has(task)) return;
    // A worker that is lost is none to be asked.
    this.#life?.port.api.cancel(task.job.id).catch(() => {});
    clearTimeout(this.#timers.get(task));
    this.#timers.set(
      task,
      setTimeout(() => this.#drop(null), grace),
    );
  }

  /** Ends the worker for good; gives the photos that it had in hand. */
  stop(): readonly Task[] {
    this.#stopped = true;
    return this.#end();
  }

  #watch(task: Task, limit: number): void {
    this.#timers.set(
      task,
      setTimeout(() => {
        // What it waits for has limits of its own, and may have many photos to go before.
        if (this.#life?.port.isWaiting?.()) this.#watch(task, limit);
        else this.#drop(hung);
      }, limit),
    );
  }

  async #work(task: Task): Promise<void> {
    try {
      await this.start();
    } catch (error) {
      // If the worker was lost, the pool has taken the photo back already.
      if (this.#timers.has(task)) this.#drop(brokenBy(error, 'starting a photo worker'));
      return;
    }
    const life = this.#life;
    if (life === null || !this.#timers.has(task)) return;
    // A photo that was cancelled meanwhile has another clock.
    if (!task.signal.aborted) this.#watch(task, timeLimit(task.pixels));
    try {
      const outcome = await life.port.api.protect(task.job);
      if (this.#forget(task, life)) task.resolve(outcome);
    } catch (error) {
      if (!this.#forget(task, life)) return;
      if (task.signal.aborted) task.reject(task.signal.reason);
      else task.fail(brokenBy(error, 'protecting'));
    }
    this.#events.onIdle();
  }

  /** False when the photo is no longer this worker's to settle. */
  #forget(task: Task, life: Life): boolean {
    if (this.#life !== life || !this.#timers.has(task)) return false;
    clearTimeout(this.#timers.get(task));
    return this.#timers.delete(task);
  }

  #begin(): Life {
    const port = this.#open(lost => this.#drop(brokenBy(lost, 'protecting')));
    let timer: ReturnType<typeof setTimeout> | undefined;
    const report = port.api.start(this.#choice, this.#folder);
    let started = false;
    void (port.ready ?? Promise.resolve()).then(() => {
      // One that does not answer is like one that died: its calls reject.
      if (!started) timer = setTimeout(() => port.terminate(), startLimit);
    });
    report.then(
      () => {
        started = true;
        clearTimeout(timer);
      },
      error => {
        started = true;
        clearTimeout(timer);
        // A worker that could not start is of no use; the next photo gets a new one.
        if (this.#life?.report === report) this.#drop(brokenBy(error, 'starting a photo worker'));
      },
    );
    return { port, report };
  }

  #drop(why: Broken | null): void {
    const tasks = this.#end();
    this.#events.onDropped(tasks, why);
  }

  #end(): readonly Task[] {
    this.#life?.port.terminate();
    this.#life = null;
    const tasks = [...this.#timers.keys()];
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    return tasks;
  }
}
