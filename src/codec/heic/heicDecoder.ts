import type { Broken, FailureReason } from '../../core/faults/failure.ts';
import { keptWorker } from '../../threads/keptWorker.ts';
import { type OpenPort, workerOpener } from '../../threads/openWorker.ts';
import { brokenBy } from '../../threads/workerLost.ts';
import type { HeicAnswer, HeicWorkerApi } from './heic.worker.ts';
import script from './heic.worker.ts?worker&url';

/** How long a worker without work is kept, in ms: its memory only grows, and the next photo often follows. */
const idleLimit = 5_000;

/**
 * Very generous: 12 megapixels take 1 to 3 s on a machine that has nothing else to do. It counts from when the decoder is
 * ready and the photo's turn has come: fetching and compiling it takes longer than any photo where much else goes on.
 */
function timeLimit(pixels: number): number {
  return 60_000 + pixels * 0.01;
}

/** What became of a HEIC file. Data, since it crosses threads. */
export type HeicOutcome =
  | { readonly kind: 'decoded'; readonly bitmap: ImageBitmap }
  | { readonly kind: 'failed'; readonly reason: FailureReason };

/**
 * Decodes one file after another.
 *
 * @param pixels how many it has, for the time that it may take
 * @param signal a file whose turn has not come when it aborts is passed over
 */
export type DecodeHeic = (
  bytes: Uint8Array<ArrayBuffer>,
  pixels: number,
  signal?: AbortSignal,
) => Promise<HeicOutcome>;

type Ended = HeicAnswer | Broken | { readonly kind: 'timed-out' };

/**
 * A decoder in a worker of its own, which is loaded with the first HEIC photo, takes one at a time, and is ended when it hangs
 * or has nothing to do. A photo that it fails over gets another try in a fresh one: after many photos its memory may be
 * used up, and on a busy machine it may have been slow.
 */
export function createHeicDecoder(open: OpenPort<HeicWorkerApi> = workerOpener(script, 'heic')): DecodeHeic {
  const worker = keptWorker(open, api => api.makeReady());
  let idle: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  /** Photos that the worker at hand has had. */
  let used = 0;

  async function tryOnce(bytes: Uint8Array<ArrayBuffer>, pixels: number): Promise<Ended> {
    used += 1;
    const ended = await worker
      .call(api => withinLimit(api.decode(bytes), timeLimit(pixels)))
      .catch(error => brokenBy(error, 'HEIC decoder'));
    if (ended.kind === 'decoded') return ended;
    worker.end();
    used = 0;
    return ended;
  }

  async function decodeNow(bytes: Uint8Array<ArrayBuffer>, pixels: number): Promise<HeicOutcome> {
    clearTimeout(idle);
    const wasFresh = used === 0;
    let ended = await tryOnce(bytes, pixels);
    // A fresh decoder that cannot read it is right.
    const final =
      ended.kind === 'decoded' || ended.kind === 'not-loaded' || (ended.kind === 'unreadable' && wasFresh);
    if (!final) ended = await tryOnce(bytes, pixels);
    if (ended.kind !== 'decoded') return { kind: 'failed', reason: reasonOf(ended) };
    idle = setTimeout(() => {
      worker.end();
      used = 0;
    }, idleLimit);
    return ended;
  }

  return (bytes, pixels, signal) => {
    const turn = last.then(() =>
      signal?.aborted
        ? ({ kind: 'failed', reason: { kind: 'worker-lost', loss: 'crashed' } } as const)
        : decodeNow(bytes, pixels),
    );
    // Whoever asked for it hears of it; the next file is another.
    last = turn.catch(() => {});
    return turn;
  };
}

function reasonOf(ended: Exclude<Ended, { readonly kind: 'decoded' }>): FailureReason {
  return ended.kind === 'not-loaded' ? { kind: 'worker-lost', loss: 'not-loaded' } : ended;
}

/** Never rejects: what the worker was lost over is no photo that it can read. */
function withinLimit(answer: Promise<HeicAnswer>, limit: number): Promise<Ended> {
  return new Promise(resolve => {
    const timer = setTimeout(() => resolve({ kind: 'timed-out' }), limit);
    answer
      .then(resolve, error => resolve(brokenBy(error, 'HEIC decoder')))
      .finally(() => clearTimeout(timer));
  });
}
