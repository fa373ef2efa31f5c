import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFilters, unpack } from '../e2e/archive.ts';
import { onnxModel } from '../fixtures/onnxModel.ts';
import type { Browser } from './browser.ts';
import { capabilitiesOf } from './capabilities.ts';
import { engines } from './installed.ts';
import { bytesOf, drawPhotos, encodedPhoto, heicPhotos, type Photos } from './photos.ts';
import { decoded, psnr, reference } from './pictures.ts';
import { serveApp } from './site.ts';
import { noteRow, secondsSince } from './table.ts';
import { on, Visit } from './visit.ts';

/** What goes beyond the main job, once in each browser: other formats, HEIC, and a look at each of the other views. */

const passphrase = 'one key for every browser there is of 83 humming otters';

const views = [
  'JPEG',
  'WebP',
  'HEIC',
  'inspector, s',
  'instant check, s',
  'lab, s',
  'asking a model, s',
] as const;

let site: Awaited<ReturnType<typeof serveApp>>;
let photos: Photos;

beforeAll(async () => {
  photos = await drawPhotos();
  site = await serveApp();
});
afterAll(() => site.close());

for (const { name, installed } of engines) {
  const found = installed();
  const title = found.kind === 'found' ? name : `${name} is not here (${found.how})`;
  describe.skipIf(found.kind === 'missing')(title, () => {
    let browser: Browser;
    let visit: Visit;

    beforeAll(async () => {
      if (found.kind === 'missing') return;
      browser = await found.open();
      visit = new Visit(browser);
    });
    afterAll(async () => {
      if (found.kind === 'found') noteRow('Other formats and views', { browser: name, ...ended });
      await browser?.close();
    });

    /** How each test ended, for the table: in the order of its heads. */
    const ended: Record<string, string> = Object.fromEntries(
      views.map(view => [view, 'failed, or not tested']),
    );

    test('what it has of what Keyveil looks for', async () => {
      const has = await capabilitiesOf(browser);
      expect(Object.keys(has).length).toBeGreaterThan(4);
      noteRow('What a browser has', { browser: name, version: browser.version, ...has });
    });

    /** A visit with these photos under one label, as far as the press on Protect. */
    async function protectedOnes(paths: readonly string[]) {
      await visit.open(site.address);
      await browser.setFiles(on.files('Add photos'), paths);
      await visit.label('album');
      await visit.giveKey(passphrase, 'everywhere');
      return visit.protectToTheEnd();
    }

    test('JPEG and WebP: right, or refused with what to do instead', async () => {
      await visit.open(site.address);
      const jpeg = await encodedPhoto(browser, 'jpeg');
      const webp = await encodedPhoto(browser, 'webp');
      if (jpeg === null) throw new Error('a browser that writes no JPEG');
      const given = webp === null ? [jpeg] : [jpeg, webp];
      const end = await protectedOnes(given);
      const archive = await unpack(await visit.save('Download zip'));
      const filters = readFilters(await visit.save('Save filters'));
      for (const path of given) {
        const made = archive.get(`album/${path.slice(dirname(path).length + 1)}`);
        if (made === undefined) {
          expect(path).toMatch(/webp$/);
          expect(end).toMatch(/1 of 2 photos protected, 1 failed$/);
          await visit.until(
            'the reason',
            `return /could not write it as WEBP. Choose another format/.test(document.body.innerText)`,
          );
          ended.WebP = 'refused, with what to choose';
          continue;
        }
        const wanted = reference(await decoded(bytesOf(path)), 'album', filters);
        // Each is encoded once more, with losses, after the filter; JPEG with half of the colours' resolution.
        const likeness = psnr(await decoded(made), wanted);
        expect(likeness, path).toBeGreaterThan(34);
        ended[/webp$/.test(path) ? 'WebP' : 'JPEG'] = `${likeness.toFixed(1)} dB`;
      }
      expect(await visit.faults()).toEqual([]);
    });

    test.skipIf(heicPhotos.length === 0)('HEIC becomes JPEG', async () => {
      const [heic = ''] = heicPhotos;
      await protectedOnes([heic]);
      const archive = await unpack(await visit.save('Download zip'));
      const [[path, bytes] = ['', new Uint8Array()]] = archive;
      expect(path).toMatch(/^album\/.*\.jpg$/);
      const picture = await decoded(bytes);
      expect(picture.width * picture.height).toBeGreaterThan(100_000);
      expect(colours(picture.data)).toBeGreaterThan(100);
      expect(await visit.faults()).toEqual([]);
      ended.HEIC = 'becomes JPEG';
    });

    test('the inspector shows a photo, before and after', async () => {
      const begun = performance.now();
      await visit.open(site.address);
      await browser.setFiles(on.files('Add photos'), [photos.zip]);
      await visit.giveKey(passphrase, 'everywhere');
      await visit.until(
        'both sides',
        `const panes = [...document.querySelectorAll('.inspector-panel canvas')];
         const stage = document.querySelector('.inspector-panel [role=application]');
         if (stage?.getAttribute('aria-busy') !== 'false' || panes.length === 0) return false;
         return panes.every(pane => {
           const copy = new OffscreenCanvas(32, 32).getContext('2d');
           if (pane.width === 0) return false;
           copy.drawImage(pane, 0, 0, 32, 32);
           const { data } = copy.getImageData(0, 0, 32, 32);
           return new Set(new Uint32Array(data.buffer)).size > 20;
         });`,
      );
      expect(await visit.faults()).toEqual([]);
      ended['inspector, s'] = secondsSince(begun);
    });

    test('Prove: the instant check finds the filters of sample photos', async () => {
      const begun = performance.now();
      await visit.open(site.address);
      await browser.click(on.tab('Prove'));
      await browser.click(on.button('Try it with 48 drawn pictures'));
      await visit.until('samples', `return /48 labelled photos/.test(document.body.innerText)`);
      await visit.giveKey(passphrase, 'everywhere');
      await visit.until('the button', `return /Check now/.test(document.body.innerText)`);
      await browser.click(on.button('Check now'));
      await visit.until(
        'a verdict, and figures for several sizes',
        `const verdict = document.querySelector('.finding-verdict')?.textContent ?? '';
         return /\\d+\\s%/.test(verdict) && (document.body.innerText.match(/\\d+\\s%/g)?.length ?? 0) >= 8;`,
        180_000,
      );
      expect(await visit.faults()).toEqual([]);
      ended['instant check, s'] = secondsSince(begun);
    });

    test('Prove: the lab trains on a tiny set', async () => {
      const begun = performance.now();
      await visit.open(site.address);
      await visit.giveKey(passphrase, 'everywhere');
      await browser.click(on.tab('Prove'));
      await browser.click('//label[normalize-space(.)="Training lab"]');
      await browser.setFiles(on.files('Zip to check'), [photos.easyZip]);
      await visit.until('the set', `return /32 labelled photos/.test(document.body.innerText)`);
      await browser.click('//summary[contains(., "More settings")]');
      await visit.fill('Epochs', '1');
      await visit.fill('Batch', '8');
      await browser.click(on.buttonThatStarts('Train now'));
      await visit.until(
        'two trained models',
        `return [...document.querySelectorAll('.lab-run')].filter(run => /Right on \\d+\\s% of clean photos/.test(run.innerText)).length >= 2`,
        240_000,
      );
      expect(await visit.faults()).toEqual([]);
      ended['lab, s'] = secondsSince(begun);
    });

    test('Trace: asks a model from its file', async () => {
      const begun = performance.now();
      await visit.open(site.address);
      await browser.setFiles(on.files('Add photos'), [photos.zip]);
      await visit.giveKey(passphrase, 'everywhere');
      await visit.protect('12 of 12 photos protected');
      await browser.click(on.tab('Trace'));
      await browser.click(on.button('Use the receipt of the photos protected on this page'));
      await browser.click('//label[normalize-space(.)="Test a model"]');
      const model = join(dirname(photos.zip), 'net.onnx');
      writeFileSync(model, onnxModel(32));
      await browser.setFiles(on.files('Model to ask'), [model]);
      await visit.until('the model', `return /“net.onnx”, ONNX/.test(document.body.innerText)`);
      await browser.setFiles(on.files('Photos for probes'), photos.probes);
      await visit.fill('Photos a label', '50');
      await visit.fill('Names of its classes, one a line, in its order', 'boats\ncats\ndogs');
      await browser.click(on.button('Ask the model'));
      await visit.until(
        'a verdict',
        `return /No sign that this model learnt from your photos/.test(document.body.innerText)`,
        180_000,
      );
      expect(await visit.faults()).toEqual([]);
      ended['asking a model, s'] = secondsSince(begun);
    });
  });
}

function colours(data: Uint8ClampedArray): number {
  const seen = new Set<number>();
  for (let i = 0; i < data.length; i += 4) {
    seen.add(((data[i] ?? 0) << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0));
    if (seen.size > 1000) break;
  }
  return seen.size;
}
