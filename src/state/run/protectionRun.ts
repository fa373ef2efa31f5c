import { unexpected } from '../../core/faults/unexpected.ts';
import type { PlannedPhoto } from '../../core/plan.ts';
import type { ProtectJob, ProtectOutcome } from '../../pipeline/job.ts';
import { brokenBy } from '../../threads/workerLost.ts';
import type { Context } from '../context.ts';
import type { PhotoId, Result } from '../model/photos.ts';
import type { Run } from '../model/run.ts';
import { withResults } from '../queries/changedResults.ts';
import type { PoolService } from '../services.ts';
import type { PauseGate } from './pauseGate.ts';
import { forecast } from './progress.ts';

/** How often the page hears of a run, ms: often enough to look alive, seldom enough to stay smooth. */
const reportEvery = 100;

/** Photos handed on at once for each worker: enough that none waits, few enough that a pause begins soon. */
const photosAhead = 3;

/** One photo of a run: its plan with its file, and how much work it is. */
export interface Task {
  readonly job: ProtectJob & PlannedPhoto;
  /** See `workOf`. */
  readonly work: number;
}

/** One run: hands the planned photos to the pool, takes what comes back, and tells the store a few times a second. */
export class ProtectionRun {
  readonly #context: Context;
  readonly #tasks: readonly Task[];
  readonly #gate: PauseGate;
  readonly #startedAt: number;
  readonly #workTotal: number;
  readonly #fresh = new Map<PhotoId, Result>();
  readonly #working = new Set<PhotoId>();
  /** Aborted when the disk is full. */
  readonly #full = new AbortController();
  #done = 0;
  #failed = 0;
  #workDone = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(context: Context, tasks: readonly Task[], gate: PauseGate) {
    this.#context = context;
    this.#tasks = tasks;
    this.#gate = gate;
    this.#startedAt = context.services.now();
    this.#workTotal = tasks.reduce((sum, task) => sum + task.work, 0);
  }

  /** Photos protected so far. */
  get done(): number {
    return this.#done;
  }

  /** Resolves when every photo is done, or the run was cancelled or had to stop. */
  async finish(pool: PoolService, cancelled: AbortSignal): Promise<void> {
    const signal = AbortSignal.any([cancelled, this.#full.signal]);
    const start = await pool.start();
    if (start.kind === 'started') {
      this.#context.set({ engine: start, engineBroken: null });
      const queue = this.#tasks.values();
      const atOnce = start.workers * photosAhead;
      await Promise.all(Array.from({ length: atOnce }, () => this.#workThrough(queue, pool, signal)));
    } else {
      this.#context.set({ engineBroken: start });
      for (const task of this.#tasks) this.#record(task, { kind: 'failed', id: task.job.id, reason: start });
    }
    clearTimeout(this.#timer);
    this.#report(this.#ended(cancelled.aborted));
  }

  /** Takes photo after photo from the queue, which several calls share. */
  async #workThrough(queue: IterableIterator<Task>, pool: PoolService, signal: AbortSignal): Promise<void> {
    for (const task of queue) {
      await this.#gate.untilResumed();
      if (signal.aborted) return;
      const outcome = await this.#protect(task, pool, signal);
      this.#working.delete(task.job.id);
      if (outcome) this.#record(task, outcome);
    }
  }

  /** Null when the run was cancelled before this photo was done: it stays as it was. */
  async #protect(task: Task, pool: PoolService, signal: AbortSignal): Promise<ProtectOutcome | null> {
    try {
      return await pool.protect(task.job, signal, () => {
        this.#working.add(task.job.id);
        this.#reportSoon();
      });
    } catch (error) {
      if (signal.aborted) return null;
      return { kind: 'failed', id: task.job.id, reason: brokenBy(error, 'protecting') };
    }
  }

  #record(task: Task, outcome: ProtectOutcome): void {
    const { recipe } = task.job;
    if (outcome.kind === 'protected')
      this.#fresh.set(task.job.id, { kind: 'protected', recipe, photo: outcome, kept: true });
    else this.#fresh.set(task.job.id, { kind: 'failed', recipe, reason: outcome.reason });
    this.#workDone += task.work;
    if (outcome.kind === 'protected') this.#done++;
    else this.#failed++;
    if (outcome.kind === 'failed' && outcome.reason.kind === 'storage-full') this.#stopFull();
    this.#reportSoon();
  }

  /** The next photo would find no room either: they wait, rather than fail one by one. */
  #stopFull(): void {
    this.#full.abort();
    // A paused run waits at the gate, and must notice.
    this.#gate.resume();
  }

  #reportSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#report(this.#running());
    }, reportEvery);
  }

  #running(): Run {
    const { run } = this.#context.get();
    const [total, done, failed] = [this.#tasks.length, this.#done, this.#failed];
    if (run.kind === 'cancelling') return { kind: 'cancelling', total, done, failed };
    const startedAt = this.#startedAt;
    const paused = this.#gate.paused;
    if (paused)
      return { kind: 'running', total, done, failed, startedAt, rate: null, secondsLeft: null, paused };
    const elapsed = this.#elapsed();
    return {
      kind: 'running',
      total,
      done,
      failed,
      startedAt,
      paused,
      ...forecast(elapsed, done + failed, this.#workDone, this.#workTotal),
    };
  }

  /** Milliseconds of work, pauses left out. */
  #elapsed(): number {
    return this.#context.services.now() - this.#startedAt - this.#gate.pausedFor;
  }

  #ended(cancelled: boolean): Run {
    const seconds = this.#elapsed() / 1000;
    const how = this.#full.signal.aborted ? 'storage-full' : cancelled ? 'cancelled' : 'finished';
    return { kind: 'ended', how, total: this.#tasks.length, done: this.#done, failed: this.#failed, seconds };
  }

  #report(run: Run): void {
    this.#removeReplaced();
    const changed =
      this.#fresh.size > 0
        ? { results: withResults(this.#context.get().results, this.#fresh), ...nothingSaved }
        : {};
    this.#fresh.clear();
    this.#context.set({ run, working: new Set(this.#working), ...changed });
  }

  /** Frees the bytes of results that were replaced. */
  #removeReplaced(): void {
    const { results } = this.#context.get();
    const replaced = [...this.#fresh.keys()].flatMap(id => {
      const before = results.get(id);
      return before?.kind === 'protected' && before.kept ? [before.photo.stored] : [];
    });
    if (replaced.length === 0) return;
    // What the browser holds on to goes when everything is wiped.
    void this.#context.services.results.remove(replaced).catch(error => {
      if (!(error instanceof DOMException)) unexpected(error, 'removing results', { stray: true });
    });
  }
}

/** With new results, the archive and the receipt that were saved are no longer complete. */
const nothingSaved = { archiveSaved: false, receiptSaved: false, savedVolumes: new Set<string>() };
