import { library } from '../fixtures/library.ts';
import { examine, unpack } from './archive.ts';
import { expect, expectOffline, mixedPhotos, test } from './ownHost.ts';

test.use({ base: '/keyveil/' });

test(
  'under a folder of a host: the main job, the manifest with its icons, and work without a network',
  {
    tag: '@long',
  },
  async ({ app, page, context, host }, info) => {
    // The guard of every test refuses what lies outside the folder.
    await app.giveKey('a key for a folder of 83 humming otters', 'sub-path');
    await app.addFolder.setInputFiles(library.small);
    await app.protectAll(12);
    const { path } = await app.save(app.downloadZip);
    expect(examine(path).unzip ?? 0).toBe(0);
    expect((await unpack(path)).size).toBe(12);

    const answers = await page.evaluate(async () => {
      const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]')?.href ?? '';
      const manifest = await (await fetch(link)).json();
      const places: string[] = [
        manifest.start_url,
        ...manifest.icons.map(({ src }: { src: string }) => src),
        ...Array.from(document.querySelectorAll<HTMLLinkElement>('link[rel*=icon]'), ({ href }) => href),
      ].map(src => new URL(src, link).href);
      const scope = new URL(manifest.scope, link).href;
      return {
        scope,
        places,
        found: await Promise.all(places.map(async place => (await fetch(place)).status)),
      };
    });
    expect(answers.scope).toBe(host.address);
    expect(answers.places.filter(place => !place.startsWith(host.address))).toEqual([]);
    expect(new Set(answers.found)).toEqual(new Set([200]));

    await expectOffline(app, /works without a network: all of its files are in this browser/);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).scope)).toBe(host.address);
    await host.close();
    await context.setOffline(true);
    page.on('dialog', dialog => void dialog.accept());
    await page.reload();
    await app.ready();
    await app.giveKey('a key for a folder of 83 humming otters', 'sub-path');
    await app.drop([mixedPhotos(info.outputPath())]);
    await app.protectAll(3);
    expect((await unpack((await app.save(app.downloadZip)).path)).size).toBe(3);
  },
);
