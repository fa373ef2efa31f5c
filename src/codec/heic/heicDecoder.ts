import { startWorker } from '../../policy/scripts.ts';
import { PhotoError } from '../photoError.ts';
import type { HeicAnswer } from './heic.worker.ts';
import script from './heic.worker.ts?worker&url';

/** How long a worker without work is kept, in ms: its memory only grows, and the next photo often follows. */
const idleLimit = 5_000;

/** Very generous: 12 megapixels take 1 to 3 s. Below what the pool grants the whole photo. */
function timeLimit(pixels: number): number {
  return 20_000 + pixels * 0.004;
}

let worker: Worker | null = null;
let idle: ReturnType<typeof setTimeout> | undefined;
let last: Promise<unknown> = Promise.resolve();

/**
 * A HEIC file as a bitmap: upright, its colours as stored. Made in a worker of its own, which is loaded with the
 * first HEIC photo, takes one at a time, and is ended when it fails, hangs or has nothing to do.
 *
 * @param pixels how many it has, for the time that it may take
 * @throws PhotoError `unreadable` or `timed-out`
 */
export function decodeHeic(bytes: Uint8Array<ArrayBuffer>, pixels: number): Promise<ImageBitmap> {
  const turn = last.then(() => decodeNow(bytes, pixels));
  last = turn.catch(() => {});
  return turn;
}

async function decodeNow(bytes: Uint8Array<ArrayBuffer>, pixels: number): Promise<ImageBitmap> {
  clearTimeout(idle);
  worker ??= startWorker(script);
  try {
    const answer = await ask(worker, bytes, timeLimit(pixels));
    if (answer.kind === 'failed') throw new PhotoError({ kind: 'unreadable' });
    idle = setTimeout(end, idleLimit);
    return answer.bitmap;
  } catch (error) {
    end();
    throw error;
  }
}

function ask(of: Worker, bytes: Uint8Array<ArrayBuffer>, limit: number): Promise<HeicAnswer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new PhotoError({ kind: 'timed-out' })), limit);
    const settle = (answer: HeicAnswer) => {
      clearTimeout(timer);
      resolve(answer);
    };
    of.onmessage = ({ data }: MessageEvent<HeicAnswer>) => settle(data);
    of.onerror = () => settle({ kind: 'failed' });
    of.postMessage(bytes);
  });
}

function end(): void {
  clearTimeout(idle);
  worker?.terminate();
  worker = null;
}
