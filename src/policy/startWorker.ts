import { requestsChannel, requestsSlot } from './requests.ts';
import tell from './tell.worker.ts?worker&url';
import { trustedImport } from './trustedScript.ts';

/** By script. They are kept: each is a few lines long, and a worker may be started anew at any time. */
const starters = new Map<string, string>();

/**
 * Starts a worker under the policy of whoever starts it. A worker that is loaded from the network obeys the headers of
 * its own response alone (HTML, "run a worker"; Content Security Policy 3, 4.2), and a host that sends none would leave
 * it free to send photos anywhere. One that is started from a blob inherits the page's policy, its meta tag included, in
 * Chromium, Firefox and WebKit; so the blob imports the real script, and one that tells what it
 * asks for (`requests.ts`). `import.meta.url` in that
 * script, and all that is found by it, stay as they are.
 *
 * @param script what `import script from './some.worker.ts?worker&url'` gives
 * @param name the worker's own, see `workers/life.ts`
 */
export function startWorker(script: string, name = ''): Worker {
  const starter =
    starters.get(script) ?? trustedImport([whole(tell), whole(script)], [requestsSlot, requestsChannel()]);
  starters.set(script, starter);
  return new Worker(starter, { type: 'module', name });
}

function whole(script: string): string {
  return new URL(script, globalThis.document?.baseURI ?? import.meta.url).href;
}
