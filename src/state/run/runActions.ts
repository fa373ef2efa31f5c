import { type PlannedPhoto, planRun } from '../../core/plan.ts';
import type { Actions } from '../actions.ts';
import type { Context } from '../context.ts';
import { labelFilters } from '../key/labelFilters.ts';
import type { Photo, PhotoId } from '../model/photos.ts';
import type { Run } from '../model/run.ts';
import type { KeyveilState } from '../model.ts';
import { failedPhotos, pendingPhotos } from '../queries/counts.ts';
import { labelOfPhoto, listedLabels } from '../queries/labels.ts';
import { readyToProtect } from '../queries/readiness.ts';
import { receiptAgrees } from '../queries/receiptStanding.ts';
import { weakKey } from '../queries/weakKey.ts';
import type { Services } from '../services.ts';
import { PauseGate } from './pauseGate.ts';
import type { PoolHolder } from './poolHolder.ts';
import { workOf } from './progress.ts';
import { ProtectionRun, type Task } from './protectionRun.ts';
import { shortageFor } from './space.ts';

type RunActions = Pick<Actions, 'protect' | 'dismissShortage' | 'cancel' | 'retry' | 'pause' | 'resume'>;

/** @param keep resolves once what is on the page can be come back to */
export function runActions(context: Context, poolHolder: PoolHolder, keep: () => Promise<void>): RunActions {
  const { get, set, services } = context;
  let abort: AbortController | null = null;
  const gate = new PauseGate(services.now);

  const run = async (choose: (s: KeyveilState) => readonly PhotoId[]) => {
    if (get().run.kind === 'running' || get().run.kind === 'cancelling') return;
    const controller = new AbortController();
    abort = controller;
    gate.reset();
    set({ run: starting(choose(get()).length, services.now()) });
    try {
      const frozenBefore = get().frozenLabels;
      const tasks = await planned(context, choose(get()));
      if (tasks === null) return set({ run: { kind: 'idle' } });
      // Before the first photo is finished: after a crash, order and settings must be known that it was made with.
      await keep();
      const work = new ProtectionRun(context, tasks, gate);
      await awake(services, () => work.finish(poolHolder.pool(), controller.signal));
      // The first *protected* photo freezes the order; a run that made none leaves it as it was.
      if (work.done === 0) set({ frozenLabels: frozenBefore });
    } catch (error) {
      set({ run: { kind: 'idle' } });
      throw error;
    } finally {
      abort = null;
    }
  };

  return {
    protect: async (evenIfShort = false) => {
      if (readyToProtect(get()) !== 'ready') return;
      const shortage = evenIfShort ? null : await shortageFor(get(), pendingPhotos(get()), services.space);
      set({ shortage });
      // Asking took a moment, in which anything may have happened.
      if (!shortage && readyToProtect(get()) === 'ready') await run(pendingPhotos);
    },
    dismissShortage: () => set({ shortage: null }),
    retry: async ids => {
      const wanted = ids && new Set(ids);
      if (get().key.kind === 'ready' && receiptAgrees(get()) && weakKey(get()) !== 'asks') {
        await run(s => failedPhotos(s).filter(id => !wanted || wanted.has(id)));
      }
    },
    cancel: () => {
      const { run: now } = get();
      if (now.kind !== 'running') return;
      set({ run: { kind: 'cancelling', total: now.total, done: now.done, failed: now.failed } });
      abort?.abort();
      // A paused run waits at the gate, and must notice.
      gate.resume();
    },
    pause: () => {
      const { run: now } = get();
      if (now.kind !== 'running' || now.paused) return;
      gate.pause();
      set({ run: { ...now, paused: true, rate: null, secondsLeft: null } });
    },
    resume: () => {
      const { run: now } = get();
      if (now.kind !== 'running' || !now.paused) return;
      gate.resume();
      set({ run: { ...now, paused: false } });
    },
  };
}

function starting(total: number, startedAt: number): Run {
  return {
    kind: 'running',
    total,
    done: 0,
    failed: 0,
    startedAt,
    rate: null,
    secondsLeft: null,
    paused: false,
  };
}

/** Keeps the screen awake while `work` goes on, where that can be done. */
async function awake<T>(services: Services, work: () => Promise<T>): Promise<T> {
  const sleep = services.keepAwake();
  try {
    return await work();
  } finally {
    sleep();
  }
}

/**
 * Freezes the order of labels, gets what they carry and settles what is made of each photo. Null: there is no key by now,
 * or none that gives anything, as its field then says.
 */
async function planned(context: Context, ids: readonly PhotoId[]): Promise<readonly Task[] | null> {
  const s = context.get();
  if (s.key.kind !== 'ready') return null;
  const { settings, output } = s;
  const { keyCheck } = s.key;
  const labels = listedLabels(s);
  const outcome = await labelFilters(context.services.keys, { names: labels, settings, keyCheck });
  if (outcome.kind === 'no-key') return null;
  if (outcome.kind !== 'made') {
    context.set({ key: { kind: 'failed', broken: outcome } });
    return null;
  }
  const made = outcome.filters;
  context.set({ frozenLabels: labels, made, lastKeyCheck: keyCheck });
  const photos = ids.flatMap(id => {
    const photo = s.photos.get(id);
    const label = labelOfPhoto(s, id)?.name;
    return photo && label !== undefined ? [{ ...photo, label }] : [];
  });
  return planRun(photos, { keyCheck, settings, output, labels, imprints: made.byName }).flatMap(plan => {
    const photo = s.photos.get(plan.id);
    return photo?.file ? [taskOf(plan, photo, photo.file)] : [];
  });
}

function taskOf(plan: PlannedPhoto, photo: Photo, file: File): Task {
  const pixels = photo.width * photo.height;
  const known = {
    ...(pixels > 0 ? { pixels } : {}),
    ...(photo.description && { description: photo.description }),
  };
  return { job: { ...plan, file, ...known }, work: workOf(photo) };
}
