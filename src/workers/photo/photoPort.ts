import { type OpenPort, type WorkerPort, workerOpener } from '../../threads/openWorker.ts';
import type { PhotoWorkerApi } from '../protocol.ts';
import script from './photo.worker.ts?worker&url';

export type PhotoPort = WorkerPort<PhotoWorkerApi>;
export type OpenPhotoPort = OpenPort<PhotoWorkerApi>;

export const openPhotoWorker: OpenPhotoPort = workerOpener(script, 'worker');
