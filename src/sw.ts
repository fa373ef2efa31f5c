/// <reference lib="webworker" />
import { securityHeaders } from './securityHeaders.ts';

/**
 * The service worker: keeps every file of this build in the browser, so that Keyveil opens and works without a network.
 * It fetches nothing but the files of its own list, each of which must have the SHA-256 that the build wrote down.
 */
declare const self: ServiceWorkerGlobalScope & {
  /** Filled in when the app is built. */
  readonly __WB_MANIFEST: readonly BuiltFile[];
};

interface BuiltFile {
  /** Relative to the page; `./` is the page itself. */
  readonly url: string;
  /** `sha256-…`, as in Subresource Integrity. */
  readonly integrity: string;
}

/** What the page may ask for. */
export type Asked =
  /** Use the version that waits, from now on. */
  | 'take-over'
  /** Let go of what earlier versions left. */
  | 'tidy';

const page = new URL('./', self.location.href).href;
// By the folder, because two folders of one host are two apps, and share what the browser keeps.
const cacheName = `keyveil ${page}`;
/** Held by whoever puts files in or takes them out. */
const lockName = `keyveil-offline ${page}`;
const lanes = 3;

const integrities = new Map(
  self.__WB_MANIFEST.map(file => [new URL(file.url, self.location.href).href, file.integrity]),
);

/** The policy in short, so that a file which stays the same is not kept with the headers of an earlier version. */
const policyMark = markOf(JSON.stringify(securityHeaders));

/** FNV-1a, 32 bits: tells texts apart that differ by chance, which is all that is asked for here. */
function markOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16);
}

/** Where a file lies in the cache: by its address, content and headers, so that versions lie side by side. */
function keyOf(url: string, integrity: string): string {
  return `${url}?${integrity}&${policyMark}`;
}

/** Fetches one file. Rejects when the host gives another file than the build made. */
async function fetched(url: string, integrity: string): Promise<Response> {
  const named = url.startsWith(new URL('assets/', page).href);
  const response = await fetch(url, {
    integrity,
    // Names of assets change with their content; what the page has fetched already is not fetched twice.
    cache: named ? 'default' : 'no-cache',
    priority: 'low',
  });
  if (!response.ok) throw new Error(`${response.status} for ${url}`);
  return guarded(response);
}

/** The same with our security headers, which not every host can send, in the place of any that it does send. */
function guarded(response: Response): Response {
  const headers = new Headers(response.headers);
  // The body is unpacked by now.
  headers.delete('Content-Encoding');
  headers.delete('Content-Length');
  for (const [name, value] of Object.entries(securityHeaders)) headers.set(name, value);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

/** Fetches what is not there yet. What a lost connection leaves behind is not fetched again the next time. */
async function fetchAll(): Promise<void> {
  const cache = await caches.open(cacheName);
  const waiting = [...integrities];
  const lane = async (): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const [url, integrity] = file;
      const key = keyOf(url, integrity);
      if (!(await cache.match(key))) await cache.put(key, await fetched(url, integrity));
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** Removes what no page can want any more: there must be one at most, and no other version on its way. */
async function tidy(): Promise<void> {
  const { installing, waiting } = self.registration;
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (installing || waiting || pages.length > 1) return;
  const cache = await caches.open(cacheName);
  const wanted = new Set([...integrities].map(([url, integrity]) => keyOf(url, integrity)));
  for (const { url } of await cache.keys()) if (!wanted.has(url)) await cache.delete(url);
}

/**
 * One of our files, from the cache; what the browser has dropped is fetched anew, and kept if there is room. Where the
 * host has another page by now, that is better than none.
 */
async function answer(request: Request, url: string, integrity: string): Promise<Response> {
  const cache = await caches.open(cacheName);
  const key = keyOf(url, integrity);
  const kept = await cache.match(key);
  if (kept) return kept;
  try {
    const response = await fetched(url, integrity);
    await cache.put(key, response.clone()).catch(() => {});
    return response;
  } catch (error) {
    if (request.mode === 'navigate') return fetch(request);
    throw error;
  }
}

/** A file that this version does not know: an earlier one's, for a page that is still open with it, or the host's. */
async function answerEarlier(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  return (await cache.match(request, { ignoreSearch: true })) ?? fetch(request);
}

/** The address without what does not choose the file. */
function addressOf(request: Request): string {
  const url = new URL(request.url);
  url.search = '';
  url.hash = '';
  return url.href === `${page}index.html` ? page : url.href;
}

self.addEventListener('install', event => {
  event.waitUntil(navigator.locks.request(lockName, fetchAll));
});

// The page that was open while all was fetched can do without a network from here on, too.
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', event => {
  const { request } = event;
  const url = addressOf(request);
  if (request.method !== 'GET' || !url.startsWith(page)) return;
  const integrity = integrities.get(url);
  if (integrity !== undefined) event.respondWith(answer(request, url, integrity));
  else if (request.mode !== 'navigate') event.respondWith(answerEarlier(request));
});

self.addEventListener('message', event => {
  const asked: unknown = event.data;
  if (asked === 'take-over') event.waitUntil(self.skipWaiting());
  if (asked === 'tidy') {
    event.waitUntil(
      navigator.locks.request(lockName, { ifAvailable: true }, lock => (lock ? tidy() : undefined)),
    );
  }
});
