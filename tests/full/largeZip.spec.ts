import { closeSync, mkdirSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { chromium } from '@playwright/test';
import { makeZip } from 'client-zip';
import sharp from 'sharp';
import { peakMemory, resetPeaks } from '../bench/memory.mjs';
import { test as base, expect } from '../e2e/app.ts';

/** In a profile on the disk: one that is forgotten when it closes has room for some 1.3 GB, and holds that in memory. */
const test = base.extend({
  context: async ({ launchOptions, baseURL, locale }, use, info) => {
    const profile = info.outputPath('profile');
    const context = await chromium.launchPersistentContext(profile, {
      ...launchOptions,
      serviceWorkers: 'block',
      ...(baseURL === undefined ? {} : { baseURL }),
      ...(locale === undefined ? {} : { locale }),
    });
    await use(context);
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  },
});

const gib = 2 ** 30;
const photos = 1100;

/** A photo of 12 megapixels as cameras make them, some 5 MB, and the same with a number in it for each one wanted. */
async function* libraryOf(count: number) {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  const create = { width: 4000, height: 3000, channels: 3, background: '#888', noise } as const;
  const jpeg = await sharp({ create }).jpeg({ quality: 80 }).toBuffer();
  for (let i = 0; i < count; i++) {
    // A comment of its own right behind the start (SOI, then COM).
    const comment = Buffer.from(`\xff\xfe\x00\x0aphot${String(i).padStart(4, '0')}`, 'latin1');
    yield {
      name: `label ${i % 11}/photo ${i}.jpg`,
      lastModified: new Date(0),
      input: Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]),
    };
  }
}

test('a zip of 5 GB is opened whole, in bounded memory', async ({ app, page }, info) => {
  test.setTimeout(900_000);
  const path = info.outputPath('library.zip');
  mkdirSync(dirname(path), { recursive: true });
  const disk = statfsSync(dirname(path));
  test.skip(disk.bavail * disk.bsize < 14 * gib, 'not enough room on this disk');
  try {
    const file = openSync(path, 'w');
    const reader = makeZip(libraryOf(photos)).getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) writeSync(file, next.value);
    closeSync(file);
    expect(statSync(path).size).toBeGreaterThan(4.5 * gib);

    const browser = page.context().browser();
    if (browser) await resetPeaks(browser);
    await app.addPhotos.setInputFiles(path);
    const added = page.getByText(/^[\d,]+ photos added/).first();
    await expect(added).toBeVisible({ timeout: 600_000 });
    await expect(added).toHaveText('1,100 photos added.');
    await expect(app.labelRow('label 10').getByText('100 photos')).toBeVisible();
    const peak = browser ? await peakMemory(browser) : null;
    console.log(
      `${photos} photos, ${(statSync(path).size / gib).toFixed(2)} GiB; peak ${peak?.toFixed(0)} MB`,
    );
    // The zip is never held. Each process's own peak is counted, those of the page and of drawing thumbnails too: 1,270 MB here, and
    // 920 MB with a zip of a quarter of the size.
    expect(peak ?? 0).toBeLessThan(statSync(path).size / 3 / 2 ** 20);
    await expect(page.locator('.left-out > li')).toHaveCount(0);
  } finally {
    rmSync(path, { force: true });
  }
});
