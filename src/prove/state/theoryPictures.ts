import { samplePhotos } from '../../core/samplePhotos.ts';
import { fetchSamplePhotos } from '../../state/intake/samplePhotos.ts';
import { type DecoyOutcome, tryDecoy } from '../worker/decoyClient.ts';

/** The two labels of the theory's pictures; the first photograph of each is shown. */
const labels = ['animals', 'landscapes'];

/** Tries a decoy on the sample photographs. Never rejects. */
export async function theoryPictures(signal: AbortSignal): Promise<DecoyOutcome> {
  const wanted = samplePhotos.filter(({ label }) => labels.includes(label));
  const given = await fetchSamplePhotos(wanted);
  if (signal.aborted) return { kind: 'cancelled' };
  if ('kind' in given) return given;
  const files = wanted.flatMap(({ label }, i) => {
    const file = given[i]?.file;
    return file ? [{ label: label === labels[0] ? 0 : 1, file } as const] : [];
  });
  return tryDecoy(files, signal);
}
