import { memory } from '@tensorflow/tfjs-core';
import type { BackendName } from '../../tfjs/backendName.ts';
import type { WasmFiles } from '../../tfjs/openBackend.ts';
import type { Experiment, LabPictures } from '../core/experiment.ts';
import { chooseBackend } from './backends/chooseBackend.ts';
import type { LabMachine, LabOutcome, LabProgress } from './outcome.ts';
import { runExperiment } from './runExperiment.ts';
import { RunControl } from './train/runControl.ts';

/** The training lab of one thread: a machine, its pictures, and one run at a time. */
export class Lab {
  readonly #files: WasmFiles;
  #pictures: LabPictures | null = null;
  #control: RunControl | null = null;

  constructor(files: WasmFiles) {
    this.#files = files;
  }

  start(only: BackendName | null): Promise<LabMachine> {
    return chooseBackend(only, this.#files);
  }

  give(pictures: LabPictures): void {
    this.#pictures = pictures;
  }

  async run(experiment: Experiment, onProgress: (progress: LabProgress) => void): Promise<LabOutcome> {
    if (this.#pictures === null) throw new Error('The lab was given no pictures.');
    if (this.#control !== null) throw new Error('The lab does one run at a time.');
    const control = new RunControl();
    this.#control = control;
    try {
      return await runExperiment(experiment, this.#pictures, control, onProgress);
    } finally {
      this.#control = null;
    }
  }

  pause(): void {
    this.#control?.pause();
  }

  resume(): void {
    this.#control?.resume();
  }

  stop(): void {
    this.#control?.stop();
  }

  tensors(): number {
    return memory().numTensors;
  }
}
