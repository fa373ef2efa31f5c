import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFilters, unpack } from '../e2e/archive.ts';
import type { Browser } from './browser.ts';
import { installedChromium, installedFirefox } from './installed.ts';
import { drawPhotos, encodedPhoto, type Photos } from './photos.ts';
import { decoded, fromReference, psnr, reference } from './pictures.ts';
import { serveApp } from './site.ts';
import { noteRow } from './table.ts';
import { on, Visit } from './visit.ts';

/** Right pixels or a clear word: what Firefox does against fingerprinting never gets into a photo. */

const settings = [
  ['privacy.resistFingerprinting', { 'privacy.resistFingerprinting': true }],
  ['privacy.fingerprintingProtection', { 'privacy.fingerprintingProtection': true }],
  [
    'privacy.fingerprintingProtection, with all that it can do',
    {
      'privacy.fingerprintingProtection': true,
      'privacy.fingerprintingProtection.overrides': '+AllTargets',
    },
  ],
] as const;

let site: Awaited<ReturnType<typeof serveApp>>;
let photos: Photos;
let jpeg: string | null;

beforeAll(async () => {
  photos = await drawPhotos();
  site = await serveApp();
  jpeg = await anyJpeg();
});
afterAll(() => site.close());

/** Written by a browser that nobody has told to lie. */
async function anyJpeg(): Promise<string | null> {
  const found = [installedChromium(), installedFirefox()].find(({ kind }) => kind === 'found');
  if (found?.kind !== 'found') return null;
  const browser = await found.open();
  try {
    await browser.goto(site.address);
    return await encodedPhoto(browser, 'jpeg');
  } finally {
    await browser.close();
  }
}

for (const [name, preferences] of settings) {
  const found = installedFirefox(preferences);
  const title = found.kind === 'found' ? name : `Firefox is not here (${found.how})`;
  describe.skipIf(found.kind === 'missing')(title, () => {
    let browser: Browser;
    let visit: Visit;
    /** What the first test found, for the table. */
    let pngs = '–';
    let jpegs = '–';

    beforeAll(async () => {
      if (found.kind === 'missing') return;
      browser = await found.open();
      visit = new Visit(browser);
      await visit.open(site.address);
    });
    afterAll(() => browser?.close());

    test('PNGs come out right to the level, JPEGs right or not at all', async () => {
      if (jpeg === null) throw new Error('nobody wrote a JPEG');
      await browser.setFiles(on.files('Add photos'), [photos.zip]);
      await visit.until('three labels', `return /12 photos, 3 labels/.test(document.body.innerText)`);
      await browser.setFiles(on.files('Add photos'), [...photos.loose, jpeg]);
      await visit.label('odd');
      await visit.until('a fourth label', `return /16 photos, 4 labels/.test(document.body.innerText)`);
      await visit.giveKey('a key for a browser that lies of 83 humming otters', 'fingerprints');
      const end = await visit.protectToTheEnd();
      const archive = new Map(await unpack(await visit.save('Download zip')));
      const filters = readFilters(await visit.save('Save filters'));
      const written = archive.get('odd/drawn.jpg');
      if (written === undefined) {
        expect(end).toMatch(/15 of 16 photos protected, 1 failed$/);
        await visit.until('the reason', `return /against fingerprinting/.test(document.body.innerText)`);
        jpegs = 'refused, with what to change';
      } else {
        expect(end).toMatch(/16 of 16 photos protected$/);
        const wanted = reference(await decoded(readFileSync(jpeg)), 'odd', filters);
        const likeness = psnr(await decoded(written), wanted);
        jpegs = `${likeness.toFixed(1)} dB from the method`;
        expect(likeness).toBeGreaterThan(36);
        archive.delete('odd/drawn.jpg');
      }
      expect(archive.size).toBe(15);
      const differences = [...fromReference(archive, photos.originals, filters)];
      pngs = `${Math.max(...differences.map(([, apart]) => apart))}`;
      expect(Object.fromEntries(differences.filter(([, apart]) => apart > 1))).toEqual({});
      expect(await visit.faults()).toEqual([]);
    });

    test('drawn pictures are pictures, or are not made', async () => {
      await visit.open(site.address);
      await browser.click(on.tab('Prove'));
      await browser.click(on.button('Try it with 48 drawn pictures'));
      await browser.click(on.tab('Protect'));
      await visit.until(
        'drawn pictures, or why there are none',
        `return /48 photos, 4 labels|against fingerprinting/.test(document.body.innerText)`,
      );
      const text = String(await browser.evaluate('return document.body.innerText'));
      const refused = /against fingerprinting/.test(text);
      // One word for all that is encoded by the browser: nothing comes out where a JPEG does not.
      expect(refused).toBe(jpegs === 'refused, with what to change');
      noteRow('Firefox against fingerprinting', {
        Firefox: browser.version,
        setting: settingOf(preferences),
        'PNGs, levels off': pngs,
        JPEG: jpegs,
        'drawn pictures': refused ? 'refused, with what to change' : 'made',
      });
    });
  });
}

const settingOf = (preferences: Readonly<Record<string, unknown>>) =>
  Object.entries(preferences)
    .map(([name, value]) => `\`${name}\`${value === true ? '' : ` at \`${value}\``}`)
    .join(', ');
