import type { LabRun, LabState, RunState } from './labModel.ts';

/** Plain questions about the queue, and changes of it. */

const ended: readonly RunState['kind'][] = ['done', 'stopped', 'failed'];

/** Whether nothing more comes of a run. */
export function hasEnded({ state }: LabRun): boolean {
  return ended.includes(state.kind);
}

/** Whether a worker is taken up by it. */
export function isActive(run: LabRun): boolean {
  return !hasEnded(run) && run.state.kind !== 'waiting';
}

/** The run that begins next, if any. */
export function nextRun(s: LabState): LabRun | null {
  return s.held ? null : (s.runs.find(({ state }) => state.kind === 'waiting') ?? null);
}

/** The runs of a series, in the order in which they begin. */
export function runsOf(s: Pick<LabState, 'runs'>, series: number): readonly LabRun[] {
  return s.runs.filter(run => run.series === series);
}

/** Whether every run of a series has ended. */
export function seriesEnded(s: Pick<LabState, 'runs'>, series: number): boolean {
  return runsOf(s, series).every(hasEnded);
}

/**
 * How many runs go on side by side: a GPU is one; on a processor two, each on a core of its own, where there are so
 * many. Before the machine was measured one, so that nothing disturbs the measuring.
 */
export function lanesFor(machine: LabState['machine'], cores: number): number {
  if (machine.kind !== 'measured') return 1;
  const { backend } = machine.machine;
  return backend === 'wasm' || backend === 'cpu' ? Math.max(1, Math.min(2, cores)) : 1;
}

export function withRun(s: LabState, id: number, changes: Partial<LabRun>): Partial<LabState> {
  return { runs: s.runs.map(run => (run.id === id ? { ...run, ...changes } : run)) };
}

/** Without these runs, and without series that have none left. */
export function without(s: LabState, gone: (run: LabRun) => boolean): Partial<LabState> {
  const runs = s.runs.filter(run => !gone(run));
  return { runs, series: s.series.filter(({ id }) => runs.some(run => run.series === id)) };
}

/** Time left of a run by the steps that it has taken; pauses do not count. */
export class Pace {
  #first: { readonly step: number; readonly at: number } | null = null;
  #paused = 0;
  #since: number | null = null;

  /** `at` in ms, from any start. */
  pause(at: number): void {
    this.#since ??= at;
  }

  resume(at: number): void {
    if (this.#since !== null && this.#first) this.#paused += at - Math.max(this.#since, this.#first.at);
    this.#since = null;
  }

  /** Seconds left, null until two steps have been seen. The first takes long, so counting begins after it. */
  secondsLeft(step: number, steps: number, at: number): number | null {
    if (step < 1) return null;
    this.#first ??= { step, at };
    const taken = step - this.#first.step;
    const still = this.#since === null ? 0 : at - this.#since;
    const seconds = (at - this.#first.at - this.#paused - still) / 1000;
    return taken < 1 ? null : (seconds / taken) * Math.max(0, steps - step);
  }
}
