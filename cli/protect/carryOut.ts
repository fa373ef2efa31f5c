import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { Journal } from '../parts/journal.ts';
import { lock } from '../parts/lock.ts';
import { sortedPhotos, surveyPart } from '../parts/readPart.ts';
import { type Exit, exits } from '../terminal/exit.ts';
import { refuse } from '../terminal/refusal.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { PhotoPool } from '../threads/photoPool.ts';
import { headOf } from './basis.ts';
import { Drafts } from './drafts.ts';
import { finishRun } from './finishRun.ts';
import { Progress } from './progress.ts';
import { type Run, type RunOrder, recipesOf, type Stop, stopFor, write } from './run.ts';
import { saySummary } from './summary.ts';

/** What is finished is written down this often; a run that is killed loses as much. */
const everyMs = 1000;

/** The built thread lies beside the command line. */
const threadEntry = new URL('photoThread.js', import.meta.url);

/** Carries a run out: takes hold of its part, protects, and finishes or says how to go on. */
export async function carryOut(order: RunOrder, terminal: Terminal): Promise<Exit> {
  const { part, basis, output, shard, out, json } = order;
  mkdirSync(dirname(part), { recursive: true });
  const release = await lock(`${part}.lock`, terminal.signal);
  try {
    const survey = await surveyPart(part);
    if (survey.head !== null && survey.head.keyCheck !== basis.keyCheck)
      refuse('This set was begun with another key, or under another name.');
    const stop = new StopSwitch(terminal.signal);
    // A tar for a pipe needs none; its run still wants a place.
    const drafts = new Drafts(out === '-' ? dirname(part) : out, shard);
    const count = order.threads ?? availableParallelism();
    const { optOut, rights, keepDateAndCopyright } = output;
    const marks = { optOut, rights, keepDateAndCopyright };
    const pool = new PhotoPool(threadEntry, count, { treatments: basis.treatments, marks });
    const progress = new Progress(order.total, terminal, json);
    const begun = performance.now();
    try {
      const known = order.anew ? null : sortedPhotos(part, survey, `${part}.sorting`);
      const journal = new Journal(part, headOf(basis, output, shard));
      const run: Run = {
        ...{ basis, output, shard, out, pool, journal, drafts, progress },
        recipes: recipesOf(basis, output),
        places: new Map(basis.labels.map((label, place) => [label, place])),
        signal: stop.signal,
        stop: why => stop.throw(why),
      };
      const saving = setInterval(() => write(run, () => journal.flush()), everyMs);
      await order.work(run, survey, known).finally(() => clearInterval(saving));
      journal.close();
    } catch (error) {
      stop.throw(stopFor(error, out));
    } finally {
      progress.end();
      await pool.close();
      drafts.close();
    }
    const seconds = (performance.now() - begun) / 1000;
    const finished = stop.why === null ? await finishRun(order) : null;
    saySummary(
      { ...order, counts: progress.counts, notes: progress.notes, seconds, stop: stop.why, finished },
      terminal,
    );
    if (stop.why !== null) return stop.why.kind === 'interrupted' ? exits.interrupted : exits.stopped;
    return (finished?.failed ?? 0) > 0 ? exits.partly : exits.done;
  } finally {
    release();
  }
}

/** Ends a run from wherever it is noticed that it must end. The first reason counts. */
class StopSwitch {
  readonly #controller = new AbortController();
  why: Stop | null = null;

  constructor(interrupt: AbortSignal) {
    if (interrupt.aborted) this.throw({ kind: 'interrupted' });
    interrupt.addEventListener('abort', () => this.throw({ kind: 'interrupted' }));
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  throw(why: Stop): void {
    this.why ??= why;
    this.#controller.abort(this.why);
  }
}
