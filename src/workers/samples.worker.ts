import { expose } from 'comlink';
import { drawSamples, type SamplePicture } from './samples/samples.ts';

/** Draws the sample photos. */
export interface SamplesWorkerApi {
  draw(): Promise<readonly SamplePicture[]>;
}

const api: SamplesWorkerApi = { draw: drawSamples };

expose(api);
