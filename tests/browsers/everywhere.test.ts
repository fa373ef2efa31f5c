import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Pixels } from '../../src/engine/engine.ts';
import { pixelsOf, readFilters, readReceipt, unpack } from '../e2e/archive.ts';
import type { Browser } from './browser.ts';
import { engines } from './installed.ts';
import { drawPhotos, type Photos } from './photos.ts';
import { apart, fromReference } from './pictures.ts';
import { serveApp } from './site.ts';
import { noteRow, secondsSince } from './table.ts';
import { on, Visit } from './visit.ts';

const passphrase = 'one key for every browser there is of 83 humming otters';

let site: Awaited<ReturnType<typeof serveApp>>;
let photos: Photos;
/** What each browser made of the main job, by its name: the pictures of the archive. */
const made = new Map<string, ReadonlyMap<string, Pixels>>();

beforeAll(async () => {
  photos = await drawPhotos();
  site = await serveApp();
});
afterAll(() => site.close());

for (const { name, engine, installed } of engines) {
  const found = installed();
  const title = found.kind === 'found' ? name : `${name} is not here (${found.how})`;
  describe.skipIf(found.kind === 'missing')(title, () => {
    let browser: Browser;
    let visit: Visit;
    let storage: string;

    beforeAll(async () => {
      if (found.kind === 'missing') return;
      browser = await found.open();
      visit = new Visit(browser);
    });
    afterAll(() => browser?.close());

    test('the main job: add, label, key, protect, save; right to the level by both methods', async () => {
      const begun = performance.now();
      await visit.open(site.address);
      await browser.setFiles(on.files('Add photos'), [photos.zip]);
      await visit.until('three labels', `return /12 photos, 3 labels/.test(document.body.innerText)`);
      await browser.setFiles(on.files('Add photos'), photos.loose);
      await visit.label('odd');
      await visit.until('a fourth label', `return /15 photos, 4 labels/.test(document.body.innerText)`);
      await visit.giveKey(passphrase, 'everywhere');
      await visit.protect('15 of 15 photos protected');
      const zip = await visit.save('Download zip');
      expect(zip).toMatch(/[/\\]everywhere\.zip$/);
      const seconds = secondsSince(begun);
      const archive = await unpack(zip);
      const cast = fromReference(archive, photos.originals, readFilters(await visit.save('Save filters')));
      expect(archive.size).toBe(15);
      expect(readReceipt(await visit.save('Save receipt')).files).toHaveLength(15);
      made.set(name, new Map([...archive].map(([path, bytes]) => [path, pixelsOf(bytes)])));
      storage = String(await browser.evaluate(storageInUse));

      const anew = performance.now();
      await visit.fill('Method', 'cuda');
      await visit.until(
        'what is out of date',
        `return !/Everything is up to date/.test(document.body.innerText)`,
      );
      await visit.protectAnew();
      const again = await visit.save('Download zip');
      const secondsAnew = secondsSince(anew);
      const cuda = fromReference(
        await unpack(again),
        photos.originals,
        readFilters(await visit.save('Save filters')),
      );
      expect(cuda.size).toBe(15);
      noteRow('The main job, 15 PNGs', {
        browser: name,
        version: browser.version,
        engine,
        'finished photos wait in': storage,
        'levels off, `cast`': String(Math.max(...cast.values())),
        's, from opening to the zip': seconds,
        'levels off, `cuda`': String(Math.max(...cuda.values())),
        's, again': secondsAnew,
      });
      for (const differences of [cast, cuda]) {
        expect(Object.fromEntries([...differences].filter(([, levels]) => levels > 1))).toEqual({});
      }
      expect(await visit.faults()).toEqual([]);
    });

    test('its pixels are those of the other browsers', () => {
      const mine = made.get(name);
      expect(mine?.size).toBe(15);
      for (const [other, theirs] of made) {
        for (const [path, picture] of mine ?? []) {
          const twin = theirs.get(path);
          const levels = twin === undefined ? Number.POSITIVE_INFINITY : apart(picture, twin);
          expect(levels, `${path}, beside ${other}`).toBeLessThanOrEqual(1);
        }
      }
    });

    test('says nothing that a person need not know', async () => {
      const said = String(await browser.evaluate('return document.body.innerText'));
      expect(said).not.toMatch(/browser|another tab|WebGL|storage|IndexedDB/i);
    });

    test('opened again, it offers to go on where photos outlived the page, and is quiet where they did not', async () => {
      await visit.open(site.address);
      const offer = `return /Go on where you were\\?/.test(document.body.innerText)`;
      if (storage === 'memory') {
        await browser.setFiles(on.files('Add photos'), [photos.zip]);
        await visit.until('three labels', `return /12 photos, 3 labels/.test(document.body.innerText)`);
        // Beside photos too it would be said, and reading those took longer than looking back.
        expect(await browser.evaluate(offer)).toBe(false);
      } else {
        await visit.until('the offer', offer);
      }
      expect(await visit.faults()).toEqual([]);
    });
  });
}

/** Where the finished photos lie, by what the browser holds. */
const storageInUse = `
  const count = async folder => {
    let files = 0;
    for await (const handle of folder.values()) files += handle.kind === 'file' ? 1 : await count(handle);
    return files;
  };
  try {
    if (await count(await navigator.storage.getDirectory()) > 0) return 'origin-private files';
  } catch {}
  return 'memory';`;
