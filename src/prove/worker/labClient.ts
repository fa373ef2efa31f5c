import { proxy } from 'comlink';
import type { Broken } from '../../core/faults/failure.ts';
import type { BackendName } from '../../tfjs/backendName.ts';
import { type OpenPort, workerOpener } from '../../threads/openWorker.ts';
import { brokenBy } from '../../threads/workerLost.ts';
import type { Experiment, LabPictures } from '../core/experiment.ts';
import script from './lab.worker.ts?worker&url';
import type { LabMachine, LabOutcome, LabProgress, LabWorkerApi } from './labProtocol.ts';

type LabRunOutcome = LabOutcome | Broken;

export type LabStart = { readonly kind: 'started'; readonly machine: LabMachine } | Broken;

/** A worker that trains, one run at a time. None of its promises rejects, and all are kept, closed or not. */
export interface LabHandle {
  /** Call it once, first. */
  start(only: BackendName | null): Promise<LabStart>;
  /** The pictures of the runs that follow. */
  give(pictures: LabPictures): Promise<void>;
  run(experiment: Experiment, onProgress: (progress: LabProgress) => void): Promise<LabRunOutcome>;
  /** Holds the run between two steps, until `resume`. */
  pause(): void;
  resume(): void;
  /** Ends the run after the step it is at; it is then `stopped`. */
  stop(): void;
  /** Tensors alive in the worker; null: the worker was lost. */
  tensors(): Promise<number | null>;
  /** Ends the worker; a run in it is `stopped`. */
  close(): void;
}

export type OpenLabPort = OpenPort<LabWorkerApi>;

/** Opens a worker that trains. */
export function openLab(open: OpenLabPort = openLabWorker): LabHandle {
  const port = open(() => {});
  let closed = false;
  /** The answer, or how the worker broke off before it gave one. */
  const asked = <Answer>(answer: Promise<Answer>): Promise<Answer | Broken> =>
    answer.catch(error => brokenBy(error, 'training lab'));
  const told = (answer: Promise<void>) => void asked(answer);

  return {
    async start(only) {
      const machine = await asked(port.api.start(only));
      return 'kind' in machine ? machine : { kind: 'started', machine };
    },
    async give(pictures) {
      await asked(port.api.give(pictures));
    },
    async run(experiment, onProgress) {
      let ended = false;
      const report = (progress: LabProgress) => {
        if (!ended && !closed) onProgress(progress);
      };
      const outcome = await asked(port.api.run(experiment, proxy(report)));
      ended = true;
      return closed ? { kind: 'stopped' } : outcome;
    },
    pause: () => told(port.api.pause()),
    resume: () => told(port.api.resume()),
    stop: () => told(port.api.stop()),
    async tensors() {
      const count = await asked(port.api.tensors());
      return typeof count === 'number' ? count : null;
    },
    close() {
      closed = true;
      port.terminate();
    },
  };
}

const openLabWorker: OpenLabPort = workerOpener(script, 'lab');
