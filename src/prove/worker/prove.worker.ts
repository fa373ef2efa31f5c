import { transfer } from 'comlink';
import { chooseEngine } from '../../engine/chooseEngine.ts';
import type { Engine } from '../../engine/engine.ts';
import { reasonOf } from '../../pipeline/reason.ts';
import { serveWorker } from '../../threads/serveWorker.ts';
import { tellLabels } from '../core/crossValidation.ts';
import { photoSpectra, type Spectra } from '../pipeline/photoSpectra.ts';
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
      const seen = await photoSpectra(photo.file, photo.treatment, sizes, engine);
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

  tell({ spectra, labelOf, seed }) {
    const start = performance.now();
    const told = tellLabels(spectra, labelOf, seed);
    return { ...told, milliseconds: performance.now() - start };
  },
};

function buffers(spectra: Spectra): Transferable[] {
  return spectra.flatMap(spectrum => (spectrum ? [spectrum.buffer] : []));
}

serveWorker(api);
