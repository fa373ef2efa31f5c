import { serveWorker } from '../../threads/serveWorker.ts';
import { breaksOut } from './breakout.ts';

export interface BreakoutWorkerApi {
  /** See `breaksOut`. */
  breaksOut(): Promise<boolean>;
}

const api: BreakoutWorkerApi = { breaksOut };

serveWorker(api);
