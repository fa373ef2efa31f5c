import { wrap } from 'comlink';
import { startWorker } from '../../policy/scripts.ts';
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
 *
 * @throws Error where the browser cannot draw in workers
 */
export async function drawSamplePhotos(numbers?: SampleNumbers): Promise<readonly SamplePhoto[]> {
  const worker = startWorker(script);
  try {
    const lost = new Promise<never>((_, reject) => {
      worker.addEventListener('error', () => reject(new Error('The sample photos could not be drawn')));
    });
    const pictures = await Promise.race([wrap<SamplesWorkerApi>(worker).draw(numbers), lost]);
    return pictures.map(({ path, jpeg }) => sampleFile(path, jpeg));
  } finally {
    worker.terminate();
  }
}

function sampleFile(path: string, jpeg: Blob): SamplePhoto {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return { path, file: new File([jpeg], name, { type: 'image/jpeg', lastModified: 0 }) };
}
