import { transfer } from 'comlink';
import { chooseEngine } from '../../engine/chooseEngine.ts';
import type { Engine } from '../../engine/engine.ts';
import { reasonOf } from '../../pipeline/reason.ts';
import { serveWorker } from '../../threads/serveWorker.ts';
import { tellLabels } from '../core/crossValidation.ts';
import { detect } from '../core/detector/detect.ts';
import { decoyPictures } from '../pipeline/decoyPhotos.ts';
import { detectorLooks } from '../pipeline/detectorLooks.ts';
import { type Features, photoFeatures } from '../pipeline/photoFeatures.ts';
import { trainingPictures } from '../pipeline/trainingPicture.ts';
import type { ProveWorkerApi } from './proveProtocol.ts';

let engine: Engine | null = null;

const api: ProveWorkerApi = {
  async start(choice) {
    engine = (await chooseEngine(choice)).engine;
  },

  async look(photo, sizes) {
    if (engine === null) throw new Error('The worker was not started.');
    try {
      const seen = await photoFeatures(photo.file, photo.treatment, sizes, engine);
      return transfer({ kind: 'seen', ...seen }, [...buffers(seen.original), ...buffers(seen.protected)]);
    } catch (error) {
      return { kind: 'failed', reason: reasonOf(error) };
    }
  },

  async shrink(file, wishes) {
    if (engine === null) throw new Error('The worker was not started.');
    try {
      const squares = await trainingPictures(file, wishes, engine);
      const buffers = squares.map(({ buffer }) => buffer);
      return transfer({ kind: 'shrunk', squares }, buffers);
    } catch (error) {
      return { kind: 'failed', reason: reasonOf(error) };
    }
  },

  async tryDecoy(photos) {
    if (engine === null) throw new Error('The worker was not started.');
    try {
      return { kind: 'tried', ...(await decoyPictures(photos, engine)) };
    } catch (error) {
      return { kind: 'failed', reason: reasonOf(error) };
    }
  },

  async lookForDetector(file, wishes) {
    if (engine === null) throw new Error('The worker was not started.');
    try {
      const looks = await detectorLooks(file, wishes, engine);
      return looks ? { kind: 'looked-at', ...looks } : { kind: 'too-small' };
    } catch (error) {
      return { kind: 'failed', reason: reasonOf(error) };
    }
  },

  detect,

  tell({ samples, labelOf, seed, shrink }) {
    const start = performance.now();
    const told = tellLabels(samples, labelOf, seed, shrink);
    return { ...told, milliseconds: performance.now() - start };
  },
};

function buffers({ spectra, colours }: Features): Transferable[] {
  return [colours, ...spectra].flatMap(numbers => (numbers ? [numbers.buffer] : []));
}

serveWorker(api);
