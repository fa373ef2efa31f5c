import { startWorker } from '../../policy/scripts.ts';
import { breaksOut } from './breakout.ts';
import script from './breakout.worker.ts?worker&url';

/** What came of a try in the page and of one in a worker: true where the browser let it through. */
export interface Breakout {
  readonly page: boolean;
  readonly worker: boolean;
}

/**
 * Tries in both to read what the policy forbids.
 *
 * @throws Error where the worker does not start
 */
export async function tryToBreakOut(): Promise<Breakout> {
  const worker = startWorker(script);
  try {
    const answer = new Promise<boolean>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<boolean>) => resolve(data);
      worker.onerror = () => reject(new Error('The worker did not start'));
    });
    worker.postMessage(null);
    return { page: await breaksOut(), worker: await answer };
  } finally {
    worker.terminate();
  }
}
