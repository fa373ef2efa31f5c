import { wrap } from 'comlink';
import { startWorker } from '../../policy/scripts.ts';
import type { SampleNumbers } from './samples.ts';
import type { SamplesWorkerApi } from './samples.worker.ts';
import script from './samples.worker.ts?worker&url';

export type { SampleNumbers } from './samples.ts';

/**
 * Sample photos, 4 labels × 12 pictures unless told, drawn in a worker of their own that ends afterwards. Each file has
 * its path (`sample photos/sunsets/01.jpg`) in `path`, like a dropped one. None where the browser changes what pages draw.
 *
 * @throws Error where the browser cannot draw in workers
 */
export async function drawSamplePhotos(numbers?: SampleNumbers): Promise<readonly File[]> {
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

function sampleFile(path: string, jpeg: Blob): File {
  const file = new File([jpeg], path.slice(path.lastIndexOf('/') + 1), {
    type: 'image/jpeg',
    lastModified: 0,
  });
  return Object.defineProperty(file, 'path', { value: path });
}
