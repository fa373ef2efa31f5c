import type { Page } from '@playwright/test';
import { library } from '../fixtures/library.ts';
import { expect, test } from './app.ts';

/** Choosing by looking, before there is a key. */

/** The pixels of a tile of the strip, once it is drawn; by its place. */
const tile = (page: Page, place: number) =>
  page
    .getByRole('region', { name: 'How strong?' })
    .locator('canvas')
    .nth(place)
    .evaluate((canvas: HTMLCanvasElement) =>
      canvas.width === 300
        ? []
        : [...(canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [])],
    );

function meanDifference(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, level, i) => sum + Math.abs(level - (b[i] ?? 0)), 0) / Math.max(1, a.length);
}

test('a photo is shown under each strength at once, without a key; a press chooses one', async ({
  app,
  page,
}) => {
  await app.addFolder.setInputFiles(library.small);
  const strip = page.getByRole('region', { name: 'How strong?' });
  for (const place of [0, 1, 2, 3]) {
    await expect.poll(async () => (await tile(page, place)).length, { timeout: 40_000 }).toBeGreaterThan(0);
  }
  const [original = [], light = [], standard = [], strong = []] = await Promise.all(
    [0, 1, 2, 3].map(place => tile(page, place)),
  );
  expect(meanDifference(original, light)).toBeGreaterThan(0.5);
  expect(meanDifference(original, standard)).toBeGreaterThan(meanDifference(original, light));
  expect(meanDifference(light, strong)).toBeGreaterThan(0.5);
  await expect(
    page.getByText('A trial pattern: yours will look much the same', { exact: false }),
  ).toBeVisible();

  await expect(strip.getByRole('button', { name: 'Standard' })).toHaveAttribute('aria-pressed', 'true');
  await strip.getByRole('button', { name: 'Light' }).click();
  await expect(page.getByRole('radio', { name: 'Light' })).toBeChecked();
  await expect(strip.getByRole('button', { name: 'Light' })).toHaveAttribute('aria-pressed', 'true');
});

test('the trial key protects nothing: without a key of one’s own the button stays shut', async ({ app }) => {
  await app.addFolder.setInputFiles(library.small);
  await expect(app.protect).toHaveAttribute('aria-disabled', 'true');
});
