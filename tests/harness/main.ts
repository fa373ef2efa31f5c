import { type Remote, wrap } from 'comlink';
import { startWorker } from '../../src/policy/scripts.ts';
import type { CodecHarness } from './codec.worker.ts';
import codecScript from './codec.worker.ts?worker&url';
import type { EngineHarness } from './engines.worker.ts';
import enginesScript from './engines.worker.ts?worker&url';

declare global {
  interface Window {
    /** Engines in a worker, as in the app. */
    keyveilHarness: Remote<EngineHarness>;
    /** The codec in a new worker of its own. */
    openCodec(): Remote<CodecHarness>;
  }
}

const worker = startWorker(enginesScript);
window.keyveilHarness = wrap<EngineHarness>(worker);

window.openCodec = () => wrap<CodecHarness>(startWorker(codecScript));
