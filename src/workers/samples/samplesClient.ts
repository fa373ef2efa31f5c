import type { Broken } from '../../core/faults/failure.ts';
import { type OpenPort, workerOpener } from '../../threads/openWorker.ts';
import { brokenBy } from '../../threads/workerLost.ts';
import type { SampleNumbers } from './samples.ts';
import type { SamplesWorkerApi } from './samples.worker.ts';
import script from './samples.worker.ts?worker&url';

export type { SampleNumbers } from './samples.ts';

interface SamplePhoto {
  readonly path: string;
  readonly file: File;
}

/**
 * Sample photos, 4 labels × 12 pictures unless told, drawn in a worker of their own that ends afterwards. Paths are
 * like `sample photos/sunsets/01.jpg`. None where the browser changes what pages draw.
 */
export async function drawSamplePhotos(
  numbers?: SampleNumbers,
  open: OpenPort<SamplesWorkerApi> = workerOpener(script, 'samples'),
): Promise<readonly SamplePhoto[] | Broken> {
  const { api, terminate } = open(() => {});
  try {
    return (await api.draw(numbers)).map(({ path, jpeg }) => sampleFile(path, jpeg));
  } catch (error) {
    return brokenBy(error, 'sample photos');
  } finally {
    terminate();
  }
}

function sampleFile(path: string, jpeg: Blob): SamplePhoto {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return { path, file: new File([jpeg], name, { type: 'image/jpeg', lastModified: 0 }) };
}
