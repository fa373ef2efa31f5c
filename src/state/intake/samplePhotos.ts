import type { Broken } from '../../core/faults/failure.ts';
import { type SamplePhoto, samplePhotos, samplesFolder } from '../../core/samplePhotos.ts';
import type { GivenFile } from '../model/givenFile.ts';

/**
 * The sample photographs, fetched from beside the page: nobody waits for them before they are wanted. Once the page works
 * without a network (`sw.ts` keeps all files of the build, in a quiet moment) they come from there.
 *
 * @param wanted all unless told
 */
export async function fetchSamplePhotos(
  wanted: readonly SamplePhoto[] = samplePhotos,
): Promise<readonly GivenFile[] | Broken> {
  try {
    return await Promise.all(
      wanted.map(async ({ file, label }) => {
        const response = await fetch(`samples/${file}`);
        if (!response.ok) throw new Error(`${response.status} for a sample photo`);
        const made = new File([await response.blob()], file, { type: 'image/jpeg', lastModified: 0 });
        return { file: made, path: `${samplesFolder}/${label}/${file}` };
      }),
    );
  } catch {
    // No network, or a host that does not have them.
    return { kind: 'worker-lost', loss: 'not-loaded' };
  }
}
