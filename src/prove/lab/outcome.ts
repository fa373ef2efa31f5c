import type { BackendName } from '../../tfjs/backendName.ts';
import type { Epoch, RunResult } from '../core/experiment.ts';

/** What the lab says of the machine and of a run. Plain data: it crosses a thread. */

export interface BackendTrial {
  readonly backend: BackendName;
  /** Milliseconds a training step of the small CNN takes, 32 photos of 32 × 32 pixels; null where the backend cannot train here. */
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
