import { resolveObjectURL } from 'node:buffer';
import { Worker as Thread } from 'node:worker_threads';

/**
 * heic-to is made for browsers: it starts a worker from a script that it carries along, and has its answer made into a bitmap.
 * Here a thread of Node's stands for the worker, and the answer, which holds the pixels, is the bitmap.
 */
export function lendBrowser(): void {
  Object.assign(globalThis, { Worker: BrowserWorker, createImageBitmap: async (answer: unknown) => answer });
}

/** What a script for a worker finds there, and no more than heic-to's asks for. */
const worldOfWorker = `
const { parentPort } = require('node:worker_threads');
globalThis.self = globalThis;
globalThis.onmessage = null;
// What libheif says to programmers must not get into what the command prints.
globalThis.console = new Proxy({}, { get: () => () => {} });
globalThis.postMessage = message => parentPort.postMessage(message);
globalThis.ImageData = class {
  constructor(width, height) {
    Object.assign(this, { width, height, data: new Uint8ClampedArray(width * height * 4) });
  }
};
parentPort.on('message', data => globalThis.onmessage({ data }));
`;

/** As much of a browser's `Worker` as heic-to asks for. */
class BrowserWorker extends EventTarget {
  readonly #thread: Promise<Thread>;

  /** @param url of a Blob that holds the script */
  constructor(url: string) {
    super();
    this.#thread = this.#start(url);
  }

  postMessage(message: unknown): void {
    this.#thread.then(thread => thread.postMessage(message));
  }

  async #start(url: string): Promise<Thread> {
    const script = await resolveObjectURL(url)?.text();
    const thread = new Thread(worldOfWorker + (script ?? ''), { eval: true });
    const tell = (type: string) => (data: unknown) =>
      this.dispatchEvent(Object.assign(new Event(type), { data }));
    thread.on('message', tell('message'));
    thread.on('error', tell('error'));
    return thread;
  }
}
