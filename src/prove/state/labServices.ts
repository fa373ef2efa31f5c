import type { LabHandle } from '../worker/labClient.ts';
import type { PicturesOutcome, PicturesProgress, PicturesTask } from '../worker/picturesClient.ts';

export type { LabMachine } from '../worker/labProtocol.ts';

/** What the lab needs of a worker that trains. */
export type LabLane = Omit<LabHandle, 'tensors'>;

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
