import { wrap } from 'comlink';
import { startWorker } from '../../policy/scripts.ts';
import { type Promised, portTo, workerName } from '../openWorker.ts';
import type { PhotoWorkerApi } from '../protocol.ts';
import script from './photo.worker.ts?worker&url';

/** A worker as its façade sees it; tests give façades one that runs on the same thread. */
export interface PhotoPort {
  readonly api: Promised<PhotoWorkerApi>;
  /** Ends the worker. Calls that it has not answered stay unanswered for ever. */
  terminate(): void;
}

/** Makes a port. `onLost` is told when the worker dies of itself or its script does not load. */
export type OpenPhotoPort = (onLost: () => void) => PhotoPort;

export const openPhotoWorker: OpenPhotoPort = onLost => {
  const name = workerName('worker');
  const worker = startWorker(script, name);
  return portTo(worker, name, wrap<PhotoWorkerApi>(worker), onLost);
};
