import { type Remote, wrap } from 'comlink';
import type { EngineHarness } from './engines.worker.ts';

declare global {
  interface Window {
    /** Engines in a worker, as in the app. */
    keyveilHarness: Remote<EngineHarness>;
  }
}

const worker = new Worker(new URL('./engines.worker.ts', import.meta.url), { type: 'module' });
window.keyveilHarness = wrap<EngineHarness>(worker);
