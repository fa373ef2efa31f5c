import { copyFileSync, readFileSync } from 'node:fs';
import type { Locator, Page, TestInfo } from '@playwright/test';
import { library } from '../fixtures/library.ts';
import { type App, expect, test } from './app.ts';
import { pixelsOf, unpack } from './archive.ts';
import { original } from './small.ts';

const key = 'the key to trace with';
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });
const files = (page: Page, label: string) => page.locator('input[type=file]').and(page.getByLabel(label));
const rows = (page: Page) => page.getByRole('list', { name: 'Photos to restore' }).getByRole('listitem');
const row = (page: Page, name: string): Locator => rows(page).filter({ hasText: name });
const right = (page: Page) =>
  page.getByText('The key is the right one, and the receipt is unchanged.').first();

interface Saved {
  readonly zip: string;
  readonly receipt: string;
}

/** Protects the folder `small` and takes archive and receipt away. */
async function protectedSmall(app: App, info: TestInfo, method = 'For photos'): Promise<Saved> {
  await app.method.selectOption({ label: method });
  await app.giveKey(key, 'holiday');
  await app.addFolder.setInputFiles(library.small);
  await app.protectAll(12);
  const keep = async (button: Locator, name: string) => {
    const path = info.outputPath(name);
    copyFileSync((await app.save(button)).path, path);
    return path;
  };
  return {
    zip: await keep(app.downloadZip, 'holiday.zip'),
    receipt: await keep(app.saveReceipt, 'holiday.keyveil.json'),
  };
}

test('restores what was protected, and says how close it came', async ({ app, page }, info) => {
  const saved = await protectedSmall(app, info);
  await tab(page, 'Trace').click();
  await page.getByRole('button', { name: 'Use the receipt of the photos protected on this page' }).click();
  await expect(right(page)).toBeVisible();
  await files(page, 'Protected photos').setInputFiles(saved.zip);
  await files(page, 'Originals to compare').setInputFiles(library.zip);
  await expect(page.getByText('12 originals to compare with')).toBeVisible();
  await page.getByRole('button', { name: 'Restore 12 photos' }).click();
  await expect(rows(page).filter({ hasText: 'Restored, label' })).toHaveCount(12, { timeout: 60_000 });
  await expect(page.getByRole('progressbar', { name: 'Restoring photos' })).toBeHidden();
  for (const words of await page.locator('.trace-psnr').allTextContents()) {
    const [before = 0, after = 0] = (words.match(/[\d.]+/g) ?? []).map(Number);
    expect(after).toBeGreaterThan(before + 8);
  }
  await row(page, 'cats-1.png').getByRole('button', { name: 'Look at' }).click();
  const look = page.getByRole('region', { name: 'Before and after: cats-1.png' });
  await expect(look.getByRole('img', { name: 'Restored' })).toBeVisible();
  await expect(look).toContainText('Likeness to the original');

  const one = await app.save(row(page, 'cats-1.png').getByRole('button', { name: 'Save' }));
  expect(one.name).toBe('cats-1.restored.png');
  const wanted = pixelsOf(original('cats/cats-1.png'));
  const given = pixelsOf((await unpack(saved.zip)).get('cats/cats-1.png') ?? new Uint8Array());
  const restored = pixelsOf(readFileSync(one.path));
  expect([restored.width, restored.height]).toEqual([wanted.width, wanted.height]);
  expect(meanDifference(restored.data, wanted.data)).toBeLessThan(
    meanDifference(given.data, wanted.data) / 3,
  );

  const all = await app.save(page.getByRole('button', { name: 'Save all 12 photos as a zip' }));
  expect(all.name).toBe('holiday.restored.zip');
  expect([...(await unpack(all.path)).keys()].sort()).toContain('dogs/dogs-3.restored.png');
  expect((await unpack(all.path)).size).toBe(12);
});

function meanDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs((a[i] ?? 0) - (b[i] ?? 0));
  return sum / a.length;
}
