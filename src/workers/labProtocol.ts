import type { BackendName, Epoch, Experiment, LabPictures, RunResult } from '../core/experiment.ts';

/** What the page may ask of the worker that trains. Everything here crosses a thread. */

export interface BackendTrial {
  readonly backend: BackendName;
  /** Milliseconds a training step of the small CNN took; null where the backend cannot train here. */
  readonly milliseconds: number | null;
}

export interface LabMachine {
  readonly backend: BackendName;
  readonly trials: readonly BackendTrial[];
  /** Whether models meant for a GPU will end before tomorrow. */
  readonly gpu: boolean;
}

export interface LabProgress {
  /** Steps done and to be done, pretraining and all epochs together. */
  readonly step: number;
  readonly steps: number;
  /** Epochs that ended since the last report. */
  readonly ended: readonly Epoch[];
  readonly stage: 'pretraining' | 'training' | 'testing';
}

export type LabOutcome =
  | { readonly kind: 'trained'; readonly result: RunResult }
  | { readonly kind: 'stopped' }
  /** The loss became infinite or NaN. */
  | { readonly kind: 'diverged'; readonly epoch: number }
  | { readonly kind: 'out-of-memory' };

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
