import type { BackendName } from '../../tfjs/backendName.ts';
import type { Experiment, LabPictures } from '../core/experiment.ts';
import type { LabMachine, LabOutcome, LabProgress } from '../lab/outcome.ts';

export type { LabMachine, LabOutcome, LabProgress } from '../lab/outcome.ts';

/** What the page may ask of the worker that trains. Everything here crosses a thread. */
export interface LabWorkerApi {
  /** Tries the backends there are and keeps the fastest. `only`: no trial. Call once, first. */
  start(only: BackendName | null): Promise<LabMachine>;
  /** The pictures of the runs that follow. */
  give(pictures: LabPictures): void;
  /** Trains and tests. One run at a time. */
  run(experiment: Experiment, onProgress: (progress: LabProgress) => void): Promise<LabOutcome>;
  /** Holds the run between two steps, until `resume`. */
  pause(): void;
  resume(): void;
  /** Ends the run after the step it is at. */
  stop(): void;
  /** Tensors alive, for the test that nothing leaks. */
  tensors(): number;
}
