import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '../serveStatic.mjs';
import { type Browser, scratchFolder } from './browser.ts';

/** Which of the things that Keyveil looks for at run time a browser has, by a page of its own, without the app. */
export type Capabilities = Readonly<Record<string, string>>;

/** Asked in a worker, where photos are made. Each line says yes, no, or what there is. */
const worker = `
  const said = {};
  const ask = async (what, how) => {
    try { said[what] = (await how()) ? 'yes' : 'no'; } catch { said[what] = 'no'; }
  };
  const canvas = () => {
    const one = new OffscreenCanvas(8, 8);
    one.getContext('2d').fillRect(0, 0, 8, 8);
    return one;
  };
  (async () => {
    await ask('WebGL2 in a worker', () => new OffscreenCanvas(1, 1).getContext('webgl2'));
    await ask('writes origin-private files', async () => {
      const folder = await navigator.storage.getDirectory();
      const file = await folder.getFileHandle('probe', { create: true });
      const access = await file.createSyncAccessHandle();
      const written = access.write(new Uint8Array(4));
      access.close();
      return written === 4;
    });
    await ask('writes WebP', async () =>
      (await canvas().convertToBlob({ type: 'image/webp' })).type === 'image/webp');
    await ask('video frames', async () => {
      const frame = new VideoFrame(canvas(), { timestamp: 0 });
      frame.close();
      return true;
    });
    postMessage(said);
  })();`;

const page = `
  const said = await new Promise((resolve, reject) => {
    const worker = new Worker('worker.js');
    worker.onmessage = event => resolve(event.data);
    worker.onerror = () => reject(new Error('the worker failed'));
  });
  const yes = it => it ? 'yes' : 'no';
  return {
    ...said,
    'asks where to save': yes('showSaveFilePicker' in window),
    'saves to a folder': yes('showDirectoryPicker' in window),
    cores: String(navigator.hardwareConcurrency),
  };`;

/** Leaves the browser on a page that is gone. */
export async function capabilitiesOf(browser: Browser): Promise<Capabilities> {
  const scratch = scratchFolder();
  writeFileSync(join(scratch.path, 'index.html'), '<!doctype html><title>What is there</title>');
  writeFileSync(join(scratch.path, 'worker.js'), worker);
  const server = await serveStatic(scratch.path);
  try {
    await browser.goto(server.address);
    return (await browser.evaluate(page)) as Capabilities;
  } finally {
    await server.close();
    scratch.remove();
  }
}
