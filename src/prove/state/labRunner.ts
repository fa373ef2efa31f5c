import type { StoreApi } from 'zustand/vanilla';
import type { Broken } from '../../core/faults/failure.ts';
import type { LabPictures } from '../core/experiment.ts';
import type { LabProgress } from '../worker/labProtocol.ts';
import type { LabRun, LabState, RunFailure, RunState } from './labModel.ts';
import type { PictureStore } from './labPictures.ts';
import { hasEnded, lanesFor, nextRun, Pace, withRun } from './labQueue.ts';
import type { LabLane, LabServices } from './labServices.ts';

/** Takes runs from the queue to their end, in workers that live as long as there is something to do. */
export interface LabRunner {
  /** Begins what can be begun; with nothing left to do, gives memory back. */
  pump(): void;
  /** Finds the fastest backend, unless it is known or being found. */
  measure(): Promise<void>;
  stop(run: number): void;
  setPaused(run: number, paused: boolean): void;
}

/** The page is told of steps at most so often, in ms. */
const tellEvery = 200;

/** A worker and what it holds. */
interface Lane {
  readonly port: LabLane;
  given: LabPictures | null;
  run: number | null;
  /** Why it could not start; null: it has. */
  readonly started: Promise<Broken | null>;
}

export function createLabRunner(
  store: StoreApi<LabState>,
  pictures: PictureStore,
  services: LabServices,
): LabRunner {
  const get = store.getState;
  const set = (changes: Partial<LabState>) => store.setState(changes);
  const setRun = (id: number, state: RunState) => set(withRun(get(), id, { state }));
  const runOf = (id: number) => get().runs.find(run => run.id === id);
  const lanes: Lane[] = [];
  const paces = new Map<number, Pace>();
  /** Of runs whose pictures are being made. */
  const waits = new Map<number, AbortController>();

  function openLane(): Lane {
    const port = services.openLane();
    const { machine } = get();
    const only = machine.kind === 'measured' ? machine.machine.backend : null;
    if (only === null) set({ machine: { kind: 'measuring' } });
    const started = port.start(only).then(found => {
      const broken = found.kind === 'started' ? null : found;
      const machine = found.kind === 'started' ? found.machine : null;
      if (only === null) set({ machine: machine ? { kind: 'measured', machine } : { kind: 'not-yet' } });
      return broken;
    });
    const lane: Lane = { port, given: null, run: null, started };
    lanes.push(lane);
    return lane;
  }

  function close(lane: Lane): void {
    lanes.splice(lanes.indexOf(lane), 1);
    lane.port.close();
  }

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
    if (end.kind === 'failed' && end.failure.why === 'training-broken' && lanes.includes(lane)) close(lane);
    if (runOf(run.id)) setRun(run.id, end);
    pump();
  }

  async function endOf(run: LabRun, lane: Lane): Promise<RunState> {
    const leaving = () => runOf(run.id)?.state.kind === 'stopping';
    setRun(run.id, { kind: 'starting' });
    const broken = await lane.started;
    if (broken) return failed({ why: 'training-broken', broken });
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
    const running = lane.port.run(run.experiment, onProgress);
    // All was paused while its pictures were made.
    if (get().held) setPaused(run.id, true);
    const outcome = await running;
    switch (outcome.kind) {
      case 'trained':
        set(withRun(get(), run.id, { history: outcome.result.history }));
        return { kind: 'done', result: outcome.result };
      case 'stopped':
        return { kind: 'stopped' };
      case 'diverged':
        return failed({ why: 'diverged', epoch: outcome.epoch });
      case 'out-of-memory':
        return failed({ why: outcome.kind });
      default:
        return failed({ why: 'training-broken', broken: outcome });
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

  return {
    pump,
    stop,
    setPaused,
    async measure() {
      if (get().machine.kind !== 'not-yet' || lanes.length > 0) return;
      const lane = openLane();
      const broken = await lane.started;
      if (broken && lanes.includes(lane)) close(lane);
      pump();
    },
  };
}

const failed = (failure: RunFailure): RunState => ({ kind: 'failed', failure });
