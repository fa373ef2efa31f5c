import { type OpenPort, type WorkerPort, workerOpener } from '../../threads/openWorker.ts';
import script from './prove.worker.ts?worker&url';
import type { ProveWorkerApi } from './proveProtocol.ts';

export type ProvePort = WorkerPort<ProveWorkerApi>;
export type OpenProvePort = OpenPort<ProveWorkerApi>;

export const openProveWorker: OpenProvePort = workerOpener(script, 'prove');
