import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unpack } from '../e2e/archive.ts';
import { type StaticServer, serveStatic } from '../serveStatic.mjs';
import type { Browser } from './browser.ts';
import { engines } from './installed.ts';
import { drawPhotos, type Photos } from './photos.ts';
import { noteRow, secondsSince } from './table.ts';
import { on, Visit } from './visit.ts';

/** Without a network, in every browser there is: from a host without headers, which is shut down. */

let photos: Photos;
beforeAll(async () => {
  photos = await drawPhotos();
});

for (const { name, installed } of engines) {
  const found = installed();
  const title = found.kind === 'found' ? name : `${name} is not here (${found.how})`;
  describe.skipIf(found.kind === 'missing')(title, () => {
    let browser: Browser;
    let server: StaticServer;

    beforeAll(async () => {
      if (found.kind === 'missing') return;
      server = await serveStatic(join(import.meta.dirname, '../../dist'));
      browser = await found.open();
    });
    afterAll(async () => {
      await browser?.close();
      await server?.close();
    });

    test('opens and does the main job with its host gone', async () => {
      const visit = new Visit(browser);
      await visit.open(server.address);
      await visit.until(
        'a service worker with all files',
        `return (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated'`,
      );
      await server.close();
      const begun = performance.now();
      await visit.open(server.address);
      await browser.setFiles(on.files('Add photos'), [photos.zip]);
      await visit.until('three labels', `return /12 photos, 3 labels/.test(document.body.innerText)`);
      await visit.giveKey('a key that nobody hears of of 83 humming otters', 'without-a-network');
      await visit.protect('12 of 12 photos protected');
      expect((await unpack(await visit.save('Download zip'))).size).toBe(12);
      expect(await visit.faults()).toEqual([]);
      noteRow('Without a network', {
        browser: browser.name,
        'opens, and does the main job': 'yes',
        's, from opening to the zip': secondsSince(begun),
      });
    });
  });
}
