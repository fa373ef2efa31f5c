import type { Filter } from '../core/filter.ts';
import { outputTypeFor, qualityFor } from '../core/settings.ts';
import type { ProtectJob, ProtectOutcome } from '../pipeline/job.ts';
import type { Actions } from './actions.ts';
import type { Context } from './context.ts';
import type { KeyveilState, LabelFilters, PhotoId, Result, Run } from './model.ts';
import { forecast, workOf } from './progress.ts';
import { listedLabels, recipeOf } from './recipes.ts';
import { receiptAgrees } from './reopened.ts';
import { failedPhotos, labelOfPhoto, pendingPhotos, readyToProtect, treatmentWith } from './selectors.ts';
import type { PoolService } from './services.ts';
import type { Workshop } from './workshop.ts';

type RunActions = Pick<Actions, 'protect' | 'cancel' | 'retry'>;

/** How often the page hears of a run, ms: often enough to look alive, seldom enough to stay smooth. */
const reportEvery = 100;

/** One photo's place in a run. Made when the run starts and never changed: what is turned later shows as out of date. */
interface Task {
  readonly id: PhotoId;
  readonly recipe: string;
  readonly job: ProtectJob;
  readonly work: number;
}

export function runActions(context: Context, workshop: Workshop): RunActions {
  const { get, set, services } = context;
  let abort: AbortController | null = null;

  const run = async (choose: (s: KeyveilState) => readonly PhotoId[]) => {
    if (get().run.kind === 'running' || get().run.kind === 'cancelling') return;
    const controller = new AbortController();
    abort = controller;
    set({ run: starting(choose(get()).length, services.now()) });
    try {
      const frozenBefore = get().frozenLabels;
      const tasks = await planRun(context, choose(get()));
      const ledger = new Ledger(context, tasks);
      await ledger.work(workshop.pool(), controller.signal);
      // The first *protected* photo freezes the order; a run that made none leaves it as it was.
      if (ledger.done === 0) set({ frozenLabels: frozenBefore });
    } catch (error) {
      set({ run: { kind: 'idle' } });
      throw error;
    } finally {
      abort = null;
    }
  };

  return {
    protect: async () => {
      if (readyToProtect(get()) === 'ready') await run(pendingPhotos);
    },
    retry: async ids => {
      const wanted = ids && new Set(ids);
      if (get().key.kind === 'ready' && receiptAgrees(get())) {
        await run(s => failedPhotos(s).filter(id => !wanted || wanted.has(id)));
      }
    },
    cancel: () => {
      const { run: now } = get();
      if (now.kind !== 'running') return;
      set({ run: { kind: 'cancelling', total: now.total, done: now.done, failed: now.failed } });
      abort?.abort();
    },
  };
}

function starting(total: number, startedAt: number): Run {
  return { kind: 'running', total, done: 0, failed: 0, startedAt, rate: null, secondsLeft: null };
}

/** Freezes the order of labels, gets their filters and writes down what happens to each photo. */
async function planRun(context: Context, ids: readonly PhotoId[]): Promise<readonly Task[]> {
  const s = context.get();
  if (s.key.kind !== 'ready') return [];
  const names = listedLabels(s);
  const filters = await context.services.keys.filters(names, s.settings);
  const made: LabelFilters = {
    settings: s.settings,
    keyCheck: s.key.keyCheck,
    names,
    byName: byName(names, filters),
  };
  context.set({ frozenLabels: names, made, lastKeyCheck: made.keyCheck });
  return ids.flatMap(id => {
    const photo = s.photos.get(id);
    const label = labelOfPhoto(s, id);
    const filter = label && made.byName.get(label.name);
    const recipe = recipeOf(s, id);
    if (!photo?.file || !filter || recipe === null) return [];
    const format = outputTypeFor(photo.type, s.output.format);
    const output = { format, quality: qualityFor(format, s.output) };
    const pixels = photo.width * photo.height;
    const treatment = treatmentWith(filter, s.settings);
    const job = { id, recipe, file: photo.file, ...(pixels > 0 ? { pixels } : {}), treatment, output };
    return [{ id, recipe, job, work: workOf(photo) }];
  });
}

function byName(names: readonly string[], filters: readonly Filter[]): ReadonlyMap<string, Filter> {
  return new Map(
    names.flatMap((name, index) => {
      const filter = filters[index];
      return filter ? [[name, filter] as const] : [];
    }),
  );
}

/** Gathers what comes back from the workers and tells the store of it a few times a second. */
class Ledger {
  readonly #context: Context;
  readonly #tasks: readonly Task[];
  readonly #startedAt: number;
  readonly #workTotal: number;
  readonly #fresh = new Map<PhotoId, Result>();
  readonly #working = new Set<PhotoId>();
  #done = 0;
  #failed = 0;
  #workDone = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(context: Context, tasks: readonly Task[]) {
    this.#context = context;
    this.#tasks = tasks;
    this.#startedAt = context.services.now();
    this.#workTotal = tasks.reduce((sum, task) => sum + task.work, 0);
  }

  /** Photos protected so far. */
  get done(): number {
    return this.#done;
  }

  async work(pool: PoolService, signal: AbortSignal): Promise<void> {
    const { report, workers } = await pool.start();
    this.#context.set({ engine: { report, workers } });
    if (!signal.aborted) await Promise.all(this.#tasks.map(task => this.#one(task, pool, signal)));
    clearTimeout(this.#timer);
    this.#report(this.#ended(signal.aborted));
  }

  async #one(task: Task, pool: PoolService, signal: AbortSignal): Promise<void> {
    const outcome = await this.#protect(task, pool, signal);
    this.#working.delete(task.id);
    if (outcome) this.#enter(task, outcome);
  }

  /** Null when the run was cancelled before this photo was done: it stays as it was. */
  async #protect(task: Task, pool: PoolService, signal: AbortSignal): Promise<ProtectOutcome | null> {
    try {
      return await pool.protect(task.job, signal, () => {
        this.#working.add(task.id);
        this.#reportSoon();
      });
    } catch (error) {
      if (signal.aborted) return null;
      const detail = error instanceof Error ? error.name : 'unknown';
      return { kind: 'failed', id: task.id, reason: { kind: 'unexpected', detail } };
    }
  }

  #enter(task: Task, outcome: ProtectOutcome): void {
    const { recipe } = task;
    if (outcome.kind === 'protected')
      this.#fresh.set(task.id, { kind: 'protected', recipe, photo: outcome, kept: true });
    else this.#fresh.set(task.id, { kind: 'failed', recipe, reason: outcome.reason });
    this.#workDone += task.work;
    if (outcome.kind === 'protected') this.#done++;
    else this.#failed++;
    this.#reportSoon();
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
    const elapsed = this.#context.services.now() - this.#startedAt;
    const { rate, secondsLeft } = forecast(elapsed, done + failed, this.#workDone, this.#workTotal);
    return { kind: 'running', total, done, failed, startedAt: this.#startedAt, rate, secondsLeft };
  }

  #ended(cancelled: boolean): Run {
    const seconds = (this.#context.services.now() - this.#startedAt) / 1000;
    const how = cancelled ? 'cancelled' : 'finished';
    return { kind: 'ended', how, total: this.#tasks.length, done: this.#done, failed: this.#failed, seconds };
  }

  #report(run: Run): void {
    this.#removeReplaced();
    const changed =
      this.#fresh.size > 0
        ? { results: new Map([...this.#context.get().results, ...this.#fresh]), ...nothingSaved }
        : {};
    this.#fresh.clear();
    this.#context.set({ run, working: new Set(this.#working), ...changed });
  }

  /** What was out of date makes room for what was made anew. */
  #removeReplaced(): void {
    const { results } = this.#context.get();
    const replaced = [...this.#fresh.keys()].flatMap(id => {
      const before = results.get(id);
      return before?.kind === 'protected' && before.kept ? [before.photo.stored] : [];
    });
    if (replaced.length > 0) void this.#context.services.results.remove(replaced).catch(() => undefined);
  }
}

/** Fresh results make another archive and another receipt. */
const nothingSaved = { archiveSaved: false, receiptSaved: false, savedVolumes: new Set<string>() };
