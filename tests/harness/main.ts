import { type Remote, wrap } from 'comlink';
import type { CodecHarness } from './codec.worker.ts';
import type { EngineHarness } from './engines.worker.ts';

declare global {
  interface Window {
    /** Engines in a worker, as in the app. */
    keyveilHarness: Remote<EngineHarness>;
    /** The codec in a new worker of its own. */
    openCodec(): Remote<CodecHarness>;
  }
}

const worker = new Worker(new URL('./engines.worker.ts', import.meta.url), { type: 'module' });
window.keyveilHarness = wrap<EngineHarness>(worker);

window.openCodec = () =>
  wrap<CodecHarness>(new Worker(new URL('./codec.worker.ts', import.meta.url), { type: 'module' }));
