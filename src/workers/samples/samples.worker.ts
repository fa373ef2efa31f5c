import { probeReadback } from '../../codec/readback/readback.ts';
import { serveWorker } from '../../threads/serveWorker.ts';
import { drawSamples, type SampleNumbers, type SamplePicture } from './samples.ts';

/** Draws the sample photos. */
export interface SamplesWorkerApi {
  /** None where the browser changes what is read back of a canvas: they would be noise. */
  draw(numbers?: SampleNumbers): Promise<readonly SamplePicture[]>;
}

const api: SamplesWorkerApi = {
  draw: async numbers => ((await probeReadback()).write === null ? [] : drawSamples(numbers)),
};

serveWorker(api);
