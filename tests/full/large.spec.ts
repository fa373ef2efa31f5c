import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../e2e/app.ts';
import { examine } from '../e2e/archive.ts';
import { drawPicture, toPng } from '../fixtures/pictures.ts';
import { expectLargeRight } from './largePhoto.ts';

test('a photo of 12 megapixels on the CPU is that of a float64 computation', async ({ app }, info) => {
  await expectLargeRight(app, 'CPU', info.outputPath('large'));
});

test('ten thousand photos: all of them protected, in one archive', async ({ app }, info) => {
  const folder = info.outputPath('crowd');
  for (let label = 0; label < 10; label++) {
    mkdirSync(join(folder, `label ${label}`), { recursive: true });
    for (let i = 0; i < 1000; i++) {
      const bytes = toPng(drawPicture(32, 32, label * 1000 + i));
      writeFileSync(join(folder, `label ${label}`, `${i}.png`), bytes);
    }
  }
  await app.giveKey('a key of 83 humming otters');
  await app.drop([folder]);
  await expect(app.labelRow('label 9').getByText('1,000 photos')).toBeVisible({ timeout: 300_000 });
  // Only what is seen is in the page.
  const tiles = app.grid.getByRole('option');
  await expect(tiles.first()).toBeVisible();
  expect(await tiles.count()).toBeLessThan(500);
  await app.protect.click();
  await expect(app.status).toHaveText(/10000 of 10000 photos protected$/, { timeout: 900_000 });
  const { path } = await app.save(app.downloadZip);
  const { unzip, python } = examine(path);
  expect(unzip ?? 0).toBe(0);
  if (python !== null) expect(python).toHaveLength(10_000);
});
