import { createStore, type StoreApi } from 'zustand/vanilla';
import { compareCodePoints } from '../../core/label.ts';
import type { Keyveil } from '../../state/createKeyveil.ts';
import type { KeyveilState } from '../../state/model.ts';
import type { PhotoSetServices } from '../../state/photoSetServices.ts';
import { listedLabels } from '../../state/queries/labels.ts';
import {
  defaultSetup,
  type LabBasis,
  type LabRun,
  type LabSetup,
  type LabState,
  type Series,
} from './labModel.ts';
import { PictureStore } from './labPictures.ts';
import { type RunGroup, tableGroups, usualGroup } from './labPlan.ts';
import { hasEnded, isActive, without } from './labQueue.ts';
import { createLabRunner } from './labRunner.ts';
import type { LabServices } from './labServices.ts';
import { unfinishedTable, withDone } from './labTables.ts';
import { basisOf, type Source } from './proveSession.ts';

/** The training lab: its queue, with a state that outlives a look at another tab. */
export interface LabSession {
  readonly store: StoreApi<LabState>;
  change(setup: Partial<LabSetup>): void;
  /** Finds the fastest backend ahead of the first run. */
  measure(): Promise<void>;
  /** Adds the runs of the present setup to the queue, or those of other groups. False: there is no key. */
  train(source: Source, groups?: readonly RunGroup[]): boolean;
  /** Adds the table, or what an earlier press on it left undone. False: there is no key. */
  trainTable(source: Source): boolean;
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
  /** Takes series off the list whose runs have all ended. */
  removeSeries(series: readonly number[]): void;
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

  /** A series of these runs; those that are done already stand before the others. */
  const seriesOf = (group: RunGroup, basis: LabBasis, table: number) => {
    const { pictures } = get().setup;
    const id = ++ids;
    // Of labels chosen for another set, those that this one has too.
    const known = (labels: readonly string[] | null) => {
      const there = labels?.filter(label => basis.names.includes(label)) ?? [];
      return there.length > 0 ? there : null;
    };
    const series: Series = {
      id,
      number: presses,
      basis: group.settings ? { ...basis, settings: group.settings } : basis,
      pictures,
      table: group.column === null ? null : { id: table, column: group.column },
      made: group.made,
    };
    const runs = [
      ...group.done.map(
        ({ experiment, result }): LabRun => ({
          id: ++ids,
          series: id,
          experiment,
          state: { kind: 'done', result },
          history: result.history,
        }),
      ),
      ...group.experiments.map((experiment): LabRun => {
        const onlyLabels = known(experiment.onlyLabels);
        return {
          id: ++ids,
          series: id,
          experiment: { ...experiment, onlyLabels },
          state: { kind: 'waiting' },
          history: [],
        };
      }),
    ];
    return { series, runs };
  };

  return {
    store,
    change: setup => set({ setup: { ...get().setup, ...setup } }),

    measure: runner.measure,

    train(source, groups = [usualGroup(get().setup)]) {
      const basis = labBasisOf(page.getState(), source);
      if (!basis) return false;
      const table = ++ids;
      presses++;
      const made = groups.map(group => seriesOf(group, basis, table));
      const { series, runs } = get();
      // A queue that was paused and came to its end is not paused any more.
      const held = get().held && !runs.every(hasEnded);
      set({
        series: [...series, ...made.map(one => one.series)],
        runs: [...runs, ...made.flatMap(one => one.runs)],
        held,
      });
      runner.pump();
      return true;
    },

    trainTable(source) {
      const { setup, series, runs } = get();
      const basis = labBasisOf(page.getState(), source);
      if (!basis) return false;
      const groups = tableGroups(setup);
      const earlier = unfinishedTable(series, runs, basis, setup, groups);
      if (earlier === null) return this.train(source, groups);
      const kept = groups.map(group => withDone(group, earlier.series, earlier.runs));
      const gone = new Set(earlier.series.map(({ id }) => id));
      set(without(get(), run => gone.has(run.series)));
      return this.train(source, kept);
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
    removeSeries(series) {
      const own = get().runs.filter(run => series.includes(run.series));
      if (own.every(hasEnded)) set(without(get(), run => series.includes(run.series)));
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
