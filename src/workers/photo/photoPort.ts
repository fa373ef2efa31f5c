import { transfer } from 'comlink';
import { openHeicLine } from '../../codec/heic/sharedDecoder.ts';
import { type OpenPort, type WorkerPort, workerOpener } from '../../threads/openWorker.ts';
import type { PhotoWorkerApi } from '../protocol.ts';
import script from './photo.worker.ts?worker&url';

export interface PhotoPort extends WorkerPort<PhotoWorkerApi> {
  /** Whether it waits for something that all workers share and that has time limits of its own. */
  readonly isWaiting?: () => boolean;
}

export type OpenPhotoPort = (...given: Parameters<OpenPort<PhotoWorkerApi>>) => PhotoPort;

const open = workerOpener<PhotoWorkerApi>(script, 'worker');

/** Opens one that has a line to the page's decoder of HEICs. */
export const openPhotoWorker: OpenPhotoPort = onLost => {
  const line = openHeicLine();
  const port = open(lost => {
    line.close();
    onLost(lost);
  });
  // Whoever asks the worker for something hears that it is lost.
  port.api.takeHeicLine(transfer(line.port, [line.port])).catch(() => {});
  return {
    ...port,
    isWaiting: line.isWaiting,
    terminate() {
      line.close();
      port.terminate();
    },
  };
};
