import { createStore, type StoreApi } from 'zustand/vanilla';
import { compareCodePoints } from '../../core/label.ts';
import type { Keyveil } from '../../state/createKeyveil.ts';
import type { KeyveilState } from '../../state/model.ts';
import type { PhotoSetServices } from '../../state/photoSetServices.ts';
import { listedLabels } from '../../state/queries/labels.ts';
import {
  defaultSetup,
  kindsOf,
  type LabBasis,
  type LabRun,
  type LabSetup,
  type LabState,
  type Series,
} from './labModel.ts';
import { PictureStore } from './labPictures.ts';
import { hasEnded, isActive, without } from './labQueue.ts';
import { createLabRunner } from './labRunner.ts';
import type { LabServices } from './labServices.ts';
import { basisOf, type Source } from './proveSession.ts';

/** The training lab: its queue, with a state that outlives a look at another tab. */
export interface LabSession {
  readonly store: StoreApi<LabState>;
  change(setup: Partial<LabSetup>): void;
  /** Finds the fastest backend ahead of the first run. */
  measure(): Promise<void>;
  /** Adds the runs of the present setup to the queue. False: there is no key. */
  train(source: Source): boolean;
  pause(run: number): void;
  resume(run: number): void;
  stop(run: number): void;
  /** Takes a run that has ended, or not begun, off the list. */
  remove(run: number): void;
  /** Begins nothing new and holds what goes on. */
  pauseAll(): void;
  resumeAll(): void;
  stopAll(): void;
  removeEnded(): void;
}

export function createLabSession(
  page: Keyveil['store'],
  tools: PhotoSetServices,
  services: LabServices,
): LabSession {
  const store = createStore<LabState>(() => ({
    setup: defaultSetup,
    machine: { kind: 'not-yet' },
    series: [],
    runs: [],
    held: false,
  }));
  const get = store.getState;
  const set = (changes: Partial<LabState>) => store.setState(changes);
  const runOf = (id: number) => get().runs.find(run => run.id === id);
  const runner = createLabRunner(store, new PictureStore(page, tools, services), services);
  let ids = 0;
  let presses = 0;

  const ofAll = (perform: (id: number) => void) => {
    for (const { id } of get().runs) perform(id);
  };

  return {
    store,
    change: setup => set({ setup: { ...get().setup, ...setup } }),

    measure: runner.measure,

    train(source) {
      const basis = labBasisOf(page.getState(), source);
      if (!basis) return false;
      const { setup, series, runs } = get();
      const made: Series = { id: ++ids, number: ++presses, basis, pictures: setup.pictures, made: null };
      // Of labels chosen for another set, those that this one has too.
      const known = setup.experiment.onlyLabels?.filter(label => basis.names.includes(label)) ?? [];
      const onlyLabels = known.length > 0 ? known : null;
      const added = kindsOf(setup).map((training): LabRun => {
        const experiment = { ...setup.experiment, onlyLabels, training };
        return { id: ++ids, series: made.id, experiment, state: { kind: 'waiting' }, history: [] };
      });
      // A queue that was paused and came to its end is not paused any more.
      const held = get().held && !runs.every(hasEnded);
      set({ series: [...series, made], runs: [...runs, ...added], held });
      runner.pump();
      return true;
    },

    pause: id => runner.setPaused(id, true),
    resume: id => runner.setPaused(id, false),
    stop(id) {
      runner.stop(id);
      runner.pump();
    },
    remove(id) {
      const run = runOf(id);
      if (!run || isActive(run)) return;
      set(without(get(), one => one.id === id));
      runner.pump();
    },
    pauseAll() {
      set({ held: true });
      ofAll(id => runner.setPaused(id, true));
    },
    resumeAll() {
      set({ held: false });
      ofAll(id => runner.setPaused(id, false));
      runner.pump();
    },
    stopAll() {
      ofAll(runner.stop);
      set({ held: false });
      runner.pump();
    },
    removeEnded() {
      set(without(get(), hasEnded));
    },
  };
}

/** What runs would be made with now; null without a key. */
export function labBasisOf(s: KeyveilState, source: Source): LabBasis | null {
  const basis = basisOf(s, source);
  if (!basis) return null;
  const names =
    source.kind === 'page'
      ? listedLabels(s)
      : // A dropped set's filters are chosen as if its labels had been added together.
        [...new Set(basis.photos.map(({ label }) => label))].sort(compareCodePoints);
  return { ...basis, names, dataset: s.dataset };
}
