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

/** Scripts that were written by `startWorker` in this thread. */
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
 * which the browser takes in a string's place. For a worker, use {@link startWorker} of `startWorker.ts`.
 *
 * @param url absolute, or relative to the page
 * @throws TypeError when it is not of this origin
 */
export function trustedScript(url: string | URL): string {
  const whole = new URL(url, globalThis.document?.baseURI ?? import.meta.url).href;
  return policy?.createScriptURL(whole) ?? refuseForeign(whole);
}

/**
 * The address of a script that imports others and then sets one global. See `startWorker`, which alone calls this.
 *
 * @param scripts absolute addresses of scripts of our own, in the order in which they run
 * @param global name and value
 * @throws TypeError when one is not of this origin
 */
export function trustedImport(scripts: readonly string[], global: readonly [string, string]): string {
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
