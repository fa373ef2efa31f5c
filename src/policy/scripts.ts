import { requestsChannel, requestsSlot } from './requests.ts';
import tell from './tell.worker.ts?worker&url';

/**
 * The one place that says which addresses may become scripts. The page demands Trusted Types (W3C Trusted Types,
 * `require-trusted-types-for 'script'`): a string alone starts no worker, no service worker and no script any more, in
 * the page and in its workers. So a fault, ours or a library's, that would turn text into code ends in an error.
 */

/** What this module needs of `trustedTypes`, which TypeScript's own declarations leave out. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

/** The name that the policy's `trusted-types` lets through; no other can be made. */
const policyName = 'keyveil';

/** Scripts that {@link startWorker} wrote in this thread. */
const written = new Set<string>();

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
const policy = trustedTypes?.createPolicy(policyName, { createScriptURL: refuseForeign });

function refuseForeign(url: string): string {
  if (!written.has(url) && !isOwn(url)) throw new TypeError('A script of somewhere else was refused.');
  return url;
}

/** Of this origin: what lies beside this script was put there by whoever put this script there. */
function isOwn(url: string): boolean {
  const { origin, protocol } = new URL(url);
  return protocol !== 'blob:' && origin === new URL(import.meta.url).origin;
}

/**
 * The address of a script of our own, as the browser wants it where Trusted Types are demanded: for
 * `navigator.serviceWorker.register(trustedScript(url))`, say, or workbox-window's `new Workbox(trustedScript(url))`. It
 * is typed as the string that TypeScript expects there; where the browser knows Trusted Types it is a `TrustedScriptURL`,
 * which the browser takes in a string's place. For a worker, use {@link startWorker}.
 *
 * @param url absolute, or relative to the page
 * @throws TypeError when it is not of this origin
 */
export function trustedScript(url: string | URL): string {
  const whole = new URL(url, globalThis.document?.baseURI ?? import.meta.url).href;
  return policy?.createScriptURL(whole) ?? refuseForeign(whole);
}

/**
 * The address of a script that imports others and then sets one global. See {@link startWorker}.
 *
 * @param scripts absolute addresses of scripts of our own, in the order in which they run
 * @param global name and value
 * @throws TypeError when one is not of this origin
 */
function trustedImport(scripts: readonly string[], global: readonly [string, string]): string {
  const lines = scripts.map(script => `import ${JSON.stringify(refuseForeign(script))};`);
  const [name, value] = global.map(word => JSON.stringify(word));
  lines.push(`globalThis[${name}] = ${value};`);
  const url = URL.createObjectURL(new Blob([lines.join('\n')], { type: 'text/javascript' }));
  written.add(url);
  return policy?.createScriptURL(url) ?? url;
}

/**
 * For a thread that does nothing but run one library that writes a worker of its own into a blob, as heic-to does: lets
 * it start from there. Such a worker inherits the policy, so it can reach no more than this thread; addresses that are
 * not blobs of this thread stay refused.
 */
export function trustWorkersOfLibrary(): void {
  const Plain = globalThis.Worker;
  globalThis.Worker = class extends Plain {
    constructor(url: string | URL, options?: WorkerOptions) {
      const blob = String(url);
      if (new URL(blob).protocol !== 'blob:') throw new TypeError('A worker of somewhere else was refused.');
      written.add(blob);
      super(policy?.createScriptURL(blob) ?? blob, options);
    }
  };
}

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
