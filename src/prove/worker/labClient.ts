import { proxy, wrap } from 'comlink';
import { startWorker } from '../../policy/scripts.ts';
import type { BackendName } from '../../tfjs/backendName.ts';
import { type Promised, portTo, workerName } from '../../workers/openWorker.ts';
import type { Experiment, LabPictures } from '../core/experiment.ts';
import script from './lab.worker.ts?worker&url';
import type { LabMachine, LabOutcome, LabProgress, LabWorkerApi } from './labProtocol.ts';

/** What came of a run; `worker-lost` also when something went wrong in the worker that never should. */
type LabRunOutcome = LabOutcome | { readonly kind: 'worker-lost' };

/** A worker that trains, one run at a time. None of its promises rejects, and all are kept, closed or not. */
export interface LabHandle {
  /** Call it once, first. Null: the worker was lost, or nothing here can train. */
  start(only: BackendName | null): Promise<LabMachine | null>;
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

/** A worker as the façade sees it; tests give it one that runs on the same thread. */
export interface LabPort {
  readonly api: Promised<LabWorkerApi>;
  terminate(): void;
}

export type OpenLabPort = (onLost: () => void) => LabPort;

type End = 'lost' | 'closed';

/** Opens a worker that trains. */
export function openLab(open: OpenLabPort = openLabWorker): LabHandle {
  let ended: End | null = null;
  let tell: (end: End) => void = () => {};
  const end = new Promise<End>(resolve => {
    tell = how => {
      ended ??= how;
      resolve(ended);
    };
  });
  const port = open(() => tell('lost'));
  /** The answer, or how the worker ended before it gave one. */
  const asked = async <Answer>(ask: () => Promise<Answer>): Promise<Answer | End> => {
    if (ended !== null) return ended;
    return Promise.race([end, ask().catch((): End => 'lost')]);
  };
  const told = (ask: () => Promise<void>) => void asked(ask);

  return {
    async start(only) {
      const machine = await asked(() => port.api.start(only));
      return isEnd(machine) ? null : machine;
    },
    async give(pictures) {
      await asked(() => port.api.give(pictures));
    },
    async run(experiment, onProgress) {
      const report = (progress: LabProgress) => {
        if (ended === null) onProgress(progress);
      };
      const outcome = await asked(() => port.api.run(experiment, proxy(report)));
      if (outcome === 'closed') return { kind: 'stopped' };
      return isEnd(outcome) ? { kind: 'worker-lost' } : outcome;
    },
    pause: () => told(() => port.api.pause()),
    resume: () => told(() => port.api.resume()),
    stop: () => told(() => port.api.stop()),
    async tensors() {
      const count = await asked(() => port.api.tensors());
      return isEnd(count) ? null : count;
    },
    close() {
      tell('closed');
      port.terminate();
    },
  };
}

function isEnd(answer: unknown): answer is End {
  return answer === 'lost' || answer === 'closed';
}

const openLabWorker: OpenLabPort = onLost => {
  const name = workerName('lab');
  const worker = startWorker(script, name);
  return portTo(worker, name, wrap<LabWorkerApi>(worker), onLost);
};
