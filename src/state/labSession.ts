import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LabPictures } from '../core/experiment.ts';
import { compareCodePoints } from '../core/label.ts';
import type { LabProgress } from '../workers/labProtocol.ts';
import type { Keyveil } from './createKeyveil.ts';
import type { LabBasis, LabRun, LabSetup, LabState, RunFailure, RunState, Series } from './labModel.ts';
import { defaultSetup, kindsOf } from './labModel.ts';
import { PictureStore } from './labPictures.ts';
import { hasEnded, isActive, lanesFor, nextRun, Pace, runsOf, without, withRun } from './labQueue.ts';
import type { LabLane, LabServices } from './labServices.ts';
import type { KeyveilState } from './model.ts';
import { basisOf, type Source } from './proveSession.ts';
import type { ProveTools } from './proveTools.ts';
import { listedLabels } from './recipes.ts';

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

/** The page is told of steps at most so often, in ms. */
const tellEvery = 200;

/** A worker and what it holds. */
interface Lane {
  readonly port: LabLane;
  given: LabPictures | null;
  run: number | null;
  readonly started: Promise<boolean>;
}

export function createLabSession(
  page: Keyveil['store'],
  tools: ProveTools,
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
  const setRun = (id: number, state: RunState) => set(withRun(get(), id, { state }));
  const runOf = (id: number) => get().runs.find(run => run.id === id);
  const pictures = new PictureStore(page, tools, services);
  const lanes: Lane[] = [];
  const paces = new Map<number, Pace>();
  /** Of runs whose pictures are being made. */
  const waits = new Map<number, AbortController>();
  let ids = 0;
  let presses = 0;

  function openLane(): Lane {
    const port = services.openLane();
    const { machine } = get();
    const only = machine.kind === 'measured' ? machine.machine.backend : null;
    if (only === null) set({ machine: { kind: 'measuring' } });
    const started = port.start(only).then(found => {
      if (only === null) set({ machine: found ? { kind: 'measured', machine: found } : { kind: 'not-yet' } });
      return found !== null;
    });
    const lane: Lane = { port, given: null, run: null, started };
    lanes.push(lane);
    return lane;
  }

  function close(lane: Lane): void {
    lanes.splice(lanes.indexOf(lane), 1);
    lane.port.close();
  }

  /** Begins what can be begun; with nothing left to do, gives memory back. */
  function pump(): void {
    const { machine } = get();
    const most = lanesFor(machine, services.cores);
    for (let next = nextRun(get()); next; next = nextRun(get())) {
      if (lanes.filter(({ run }) => run !== null).length >= most) return;
      const lane = lanes.find(({ run }) => run === null) ?? openLane();
      lane.run = next.id;
      void work(next, lane);
    }
    if (get().runs.every(hasEnded)) {
      for (const lane of [...lanes]) close(lane);
      pictures.rest();
    }
  }

  /** One run from its place in the queue to its end. */
  async function work(run: LabRun, lane: Lane): Promise<void> {
    const end = await endOf(run, lane);
    paces.delete(run.id);
    lane.run = null;
    if (end.kind === 'failed' && end.failure.why === 'worker-lost' && lanes.includes(lane)) close(lane);
    if (runOf(run.id)) setRun(run.id, end);
    pump();
  }

  async function endOf(run: LabRun, lane: Lane): Promise<RunState> {
    const leaving = () => runOf(run.id)?.state.kind === 'stopping';
    setRun(run.id, { kind: 'starting' });
    if (!(await lane.started)) return failed({ why: 'worker-lost' });
    if (leaving()) return { kind: 'stopped' };
    // Now that the machine is known there may be room for another.
    pump();
    const series = get().series.find(({ id }) => id === run.series);
    if (!series) return { kind: 'stopped' };
    setRun(run.id, { kind: 'pictures', done: 0, total: 0 });
    const wait = new AbortController();
    waits.set(run.id, wait);
    const made = await pictures.of(series, wait.signal, ({ done, total }) => {
      if (runOf(run.id)?.state.kind === 'pictures') setRun(run.id, { kind: 'pictures', done, total });
    });
    waits.delete(run.id);
    if (leaving() || made.kind === 'cancelled') return { kind: 'stopped' };
    if (made.kind !== 'made') return failed(made.failure);
    set({ series: get().series.map(one => (one.id === series.id ? { ...one, made: made.of } : one)) });
    if (lane.given !== made.pictures) await lane.port.give(made.pictures);
    lane.given = made.pictures;
    if (leaving()) return { kind: 'stopped' };
    return train(run, lane);
  }

  async function train(run: LabRun, lane: Lane): Promise<RunState> {
    const pace = new Pace();
    paces.set(run.id, pace);
    const start = { kind: 'training', stage: 'training', step: 0, steps: 0, secondsLeft: null } as const;
    setRun(run.id, { ...start, paused: false });
    let told = Number.NEGATIVE_INFINITY;
    const onProgress = ({ step, steps, stage, ended }: LabProgress) => {
      const now = services.now();
      const secondsLeft = pace.secondsLeft(step, steps, now);
      const present = runOf(run.id);
      const same = present?.state.kind === 'training' && present.state.stage === stage;
      if (!present || (ended.length === 0 && same && now - told < tellEvery)) return;
      told = now;
      const history = [...present.history, ...ended];
      const { state } = present;
      const paused = state.kind === 'training' && state.paused;
      const next: RunState =
        state.kind === 'training' ? { kind: 'training', stage, step, steps, secondsLeft, paused } : state;
      set(withRun(get(), run.id, { history, state: next }));
    };
    const outcome = await lane.port.run(run.experiment, onProgress);
    switch (outcome.kind) {
      case 'trained':
        set(withRun(get(), run.id, { history: outcome.result.history }));
        return { kind: 'done', result: outcome.result };
      case 'stopped':
        return { kind: 'stopped' };
      case 'diverged':
        return failed({ why: 'diverged', epoch: outcome.epoch });
      default:
        return failed({ why: outcome.kind });
    }
  }

  function stop(id: number): void {
    const run = runOf(id);
    if (!run || hasEnded(run)) return;
    const { state } = run;
    setRun(id, { kind: state.kind === 'waiting' ? 'stopped' : 'stopping' });
    if (state.kind === 'training') {
      const lane = lanes.find(one => one.run === id);
      lane?.port.stop();
      // A run that is held would never come to the step at which it ends.
      if (state.paused) lane?.port.resume();
    }
    waits.get(id)?.abort();
  }

  function setPaused(id: number, paused: boolean): void {
    const state = runOf(id)?.state;
    const lane = lanes.find(({ run }) => run === id);
    if (state?.kind !== 'training' || state.paused === paused || !lane) return;
    const pace = paces.get(id);
    if (paused) {
      lane.port.pause();
      pace?.pause(services.now());
    } else {
      lane.port.resume();
      pace?.resume(services.now());
    }
    setRun(id, { ...state, paused });
  }

  const ofAll = (perform: (id: number) => void) => {
    for (const { id } of get().runs) perform(id);
  };

  return {
    store,
    change: setup => set({ setup: { ...get().setup, ...setup } }),

    async measure() {
      if (get().machine.kind !== 'not-yet' || lanes.length > 0) return;
      const lane = openLane();
      const well = await lane.started;
      if (!well && lanes.includes(lane)) close(lane);
      pump();
    },

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
      set({ series: [...series, made], runs: [...runs, ...added] });
      pump();
      return true;
    },

    pause: id => setPaused(id, true),
    resume: id => setPaused(id, false),
    stop(id) {
      stop(id);
      pump();
    },
    remove(id) {
      const run = runOf(id);
      if (!run || isActive(run)) return;
      set(without(get(), one => one.id === id));
      pump();
    },
    pauseAll() {
      set({ held: true });
      ofAll(id => setPaused(id, true));
    },
    resumeAll() {
      set({ held: false });
      ofAll(id => setPaused(id, false));
      pump();
    },
    stopAll() {
      ofAll(stop);
      set({ held: false });
      pump();
    },
    removeEnded() {
      set(without(get(), hasEnded));
    },
  };
}

const failed = (failure: RunFailure): RunState => ({ kind: 'failed', failure });

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

/** The runs of a series that ended well, clean before protected before common. */
export function doneRuns(s: Pick<LabState, 'runs'>, series: number): readonly DoneRun[] {
  return runsOf(s, series).flatMap(run =>
    run.state.kind === 'done' ? [{ ...run, result: run.state.result }] : [],
  );
}

export type DoneRun = LabRun & { readonly result: Extract<RunState, { kind: 'done' }>['result'] };
