import type { Broken } from '../../core/failure.ts';
import { keptWorker } from '../../threads/keptWorker.ts';
import { type OpenPort, workerOpener } from '../../threads/openWorker.ts';
import { brokenBy } from '../../threads/workerLost.ts';
import { PhotoError } from '../photoError.ts';
import type { HeicAnswer, HeicWorkerApi } from './heic.worker.ts';
import script from './heic.worker.ts?worker&url';

/** How long a worker without work is kept, in ms: its memory only grows, and the next photo often follows. */
const idleLimit = 5_000;

/** Very generous: 12 megapixels take 1 to 3 s. Below what the pool grants the whole photo. */
function timeLimit(pixels: number): number {
  return 20_000 + pixels * 0.004;
}

/** Decodes one file after another; see {@link decodeHeic}. */
export type DecodeHeic = (bytes: Uint8Array<ArrayBuffer>, pixels: number) => Promise<ImageBitmap>;

export function createHeicDecoder(open: OpenPort<HeicWorkerApi> = workerOpener(script, 'heic')): DecodeHeic {
  const worker = keptWorker(open);
  let idle: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function decodeNow(bytes: Uint8Array<ArrayBuffer>, pixels: number): Promise<ImageBitmap> {
    clearTimeout(idle);
    const answer = await withinLimit(
      worker.call(api => api.decode(bytes)),
      timeLimit(pixels),
    );
    if (answer.kind !== 'decoded') worker.end();
    switch (answer.kind) {
      case 'decoded':
        idle = setTimeout(worker.end, idleLimit);
        return answer.bitmap;
      case 'not-loaded':
        throw new PhotoError({ kind: 'worker-lost', loss: 'not-loaded' });
      default:
        throw new PhotoError(answer);
    }
  }

  return (bytes, pixels) => {
    const turn = last.then(() => decodeNow(bytes, pixels));
    // Whoever asked for it hears of it; the next file is another.
    last = turn.catch(() => {});
    return turn;
  };
}

/** Never rejects: what the worker was lost over is no photo that it can read. */
function withinLimit(
  answer: Promise<HeicAnswer>,
  limit: number,
): Promise<HeicAnswer | Broken | { readonly kind: 'timed-out' }> {
  return new Promise(resolve => {
    const timer = setTimeout(() => resolve({ kind: 'timed-out' }), limit);
    answer
      .then(resolve, error => resolve(brokenBy(error, 'HEIC decoder')))
      .finally(() => clearTimeout(timer));
  });
}

let decoder: DecodeHeic | null = null;

/**
 * A HEIC file as a bitmap: upright, its colours as stored. Made in a worker of its own, which is loaded with the
 * first HEIC photo, takes one at a time, and is ended when it fails, hangs or has nothing to do.
 *
 * @param pixels how many it has, for the time that it may take
 * @throws PhotoError `unreadable`, `timed-out`, `worker-lost` or `unexpected`
 */
export const decodeHeic: DecodeHeic = (bytes, pixels) => {
  decoder ??= createHeicDecoder();
  return decoder(bytes, pixels);
};
