import type { Broken } from '../../core/faults/failure.ts';
import { type OpenPort, workerOpener } from '../../threads/openWorker.ts';
import { brokenBy } from '../../threads/workerLost.ts';
import { breaksOut } from './breakout.ts';
import type { BreakoutWorkerApi } from './breakout.worker.ts';
import script from './breakout.worker.ts?worker&url';

/** What came of a try in the page and of one in a worker: true where the browser let it through. */
export interface Breakout {
  readonly kind: 'tried';
  readonly page: boolean;
  readonly worker: boolean;
}

/** Tries in both to read what the policy forbids. Never rejects. */
export async function tryToBreakOut(
  open: OpenPort<BreakoutWorkerApi> = workerOpener(script, 'breakout'),
): Promise<Breakout | Broken> {
  const { api, terminate } = open(() => {});
  try {
    const [page, worker] = await Promise.all([breaksOut(), api.breaksOut()]);
    return { kind: 'tried', page, worker };
  } catch (error) {
    return brokenBy(error, 'try of the policy');
  } finally {
    terminate();
  }
}
