import type { BackendName } from '../../tfjs/backendName.ts';
import type { Experiment, LabPictures } from '../core/experiment.ts';
import type { LabRunOutcome, LabStart } from '../worker/labClient.ts';
import type { LabProgress } from '../worker/labProtocol.ts';
import type { PicturesOutcome, PicturesProgress, PicturesTask } from '../worker/picturesClient.ts';

export type { LabMachine } from '../worker/labProtocol.ts';

/** A worker that trains, one run at a time. None of its promises rejects. */
export interface LabLane {
  /** Call it once, first. */
  start(only: BackendName | null): Promise<LabStart>;
  give(pictures: LabPictures): Promise<void>;
  run(experiment: Experiment, onProgress: (progress: LabProgress) => void): Promise<LabRunOutcome>;
  pause(): void;
  resume(): void;
  stop(): void;
  close(): void;
}

/** What the training lab works with; tests give it lanes that follow a script. */
export interface LabServices {
  openLane(): LabLane;
  makePictures(
    task: PicturesTask,
    signal: AbortSignal,
    onProgress: (progress: PicturesProgress) => void,
  ): Promise<PicturesOutcome>;
  /** Of the processor. */
  readonly cores: number;
  /** Milliseconds, from any start. */
  now(): number;
}
