import { wrap } from 'comlink';
import { startWorker } from '../../policy/scripts.ts';
import { type Promised, portTo, workerName } from '../../workers/openWorker.ts';
import script from './prove.worker.ts?worker&url';
import type { ProveWorkerApi } from './proveProtocol.ts';

/** A worker as its façades see it; tests give them one that runs on the same thread. */
export interface ProvePort {
  readonly api: Promised<ProveWorkerApi>;
  terminate(): void;
}

export type OpenProvePort = (onLost: () => void) => ProvePort;

export const openProveWorker: OpenProvePort = onLost => {
  const name = workerName('prove');
  const worker = startWorker(script, name);
  return portTo(worker, name, wrap<ProveWorkerApi>(worker), onLost);
};
