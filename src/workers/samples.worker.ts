import { expose } from 'comlink';
import { drawSamples, type SampleNumbers, type SamplePicture } from './samples/samples.ts';

/** Draws the sample photos. */
export interface SamplesWorkerApi {
  draw(numbers?: SampleNumbers): Promise<readonly SamplePicture[]>;
}

const api: SamplesWorkerApi = { draw: drawSamples };

expose(api);
