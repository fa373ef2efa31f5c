import { transfer } from 'comlink';
import type { HeicLine } from '../../codec/heic/heicLine.ts';
import { type OpenPort, type WorkerPort, workerOpener } from '../../threads/openWorker.ts';
import type { PhotoWorkerApi } from '../protocol.ts';
import script from './photo.worker.ts?worker&url';

export interface PhotoPort extends WorkerPort<PhotoWorkerApi> {
  /** Whether it waits for something that all workers share and that has time limits of its own. */
  readonly isWaiting?: () => boolean;
}

export type OpenPhotoPort = (...given: Parameters<OpenPort<PhotoWorkerApi>>) => PhotoPort;

const open = workerOpener<PhotoWorkerApi>(script, 'worker');

/** Opens one, and gives it a line to the page's decoder of HEICs. */
export const openPhotoWorker: OpenPhotoPort = onLost => {
  let line: HeicLine | null = null;
  const port = open(lost => {
    line?.close();
    onLost(lost);
  });
  import('../../codec/heic/heicLine.ts')
    .then(({ openHeicLine }) => {
      line = openHeicLine();
      return port.api.takeHeicLine(transfer(line.port, [line.port]));
    })
    // Whoever asks the worker for something hears that it is lost.
    .catch(() => {});
  return {
    ...port,
    isWaiting: () => line?.isWaiting() === true,
    terminate() {
      line?.close();
      port.terminate();
    },
  };
};
