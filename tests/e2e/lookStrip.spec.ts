import type { Page } from '@playwright/test';
import { library } from '../fixtures/library.ts';
import { drawQuarters, toPng } from '../fixtures/pictures.ts';
import { expect, sharedTest as test } from './app.ts';

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
  // Each says whether it is seen; the veil of Strong on hard-edged pictures always is.
  await expect(strip.getByRole('button', { name: 'Light' })).toHaveAccessibleDescription(/visible$/);
  await expect(strip.getByRole('button', { name: 'Strong' })).toHaveAccessibleDescription('visible');
  // The one that changes most comes first, and the others after it.
  const most = await strip.getByText('the one that changes most', { exact: false }).textContent();
  await strip.getByRole('button', { name: 'Next photo' }).click();
  await expect(strip.getByText(/\.png$/)).toBeVisible();
  await strip.getByRole('button', { name: 'Photo before' }).click();
  await expect(strip.getByText(most ?? 'no name')).toBeVisible();
  // Pixel by pixel the middle is drawn, one pixel on one.
  await strip.getByRole('button', { name: 'Pixel by pixel' }).click();
  await expect(strip.getByRole('button', { name: 'Whole' })).toHaveAttribute('aria-pressed', 'true');
  await expect
    .poll(() =>
      strip
        .locator('canvas')
        .first()
        .evaluate((canvas: HTMLCanvasElement) => canvas.clientWidth * devicePixelRatio - canvas.width),
    )
    .toBe(0);

  await strip.getByRole('button', { name: 'Light' }).click();
  await expect(page.getByRole('radio', { name: 'Light' })).toBeChecked();
  await expect(strip.getByRole('button', { name: 'Light' })).toHaveAttribute('aria-pressed', 'true');
});

test('the trial key protects nothing: without a key of one’s own the button stays shut', async ({ app }) => {
  await app.addFolder.setInputFiles(library.small);
  await expect(app.protect).toHaveAttribute('aria-disabled', 'true');
});

test('for flat pictures Light is proposed, with the reason; what a person chooses then stays', async ({
  app,
  page,
}) => {
  const flat = (name: string, side: number) => ({
    name,
    mimeType: 'image/png',
    buffer: Buffer.from(toPng(drawQuarters(side, side))),
  });
  await app.addPhotos.setInputFiles([flat('a.png', 320), flat('b.png', 300)]);
  await expect(page.getByRole('radio', { name: 'Light' })).toBeChecked();
  const why = page.getByText('2 of 2 that we looked at are flat or line art', { exact: false });
  await expect(why).toBeVisible();
  await page.getByRole('button', { name: 'Use Standard' }).click();
  await expect(page.getByRole('radio', { name: 'Standard' })).toBeChecked();
  await expect(why).toBeHidden();
  await app.addPhotos.setInputFiles([flat('c.png', 280)]);
  await expect(app.grid.getByRole('option')).toHaveCount(3);
  await expect(page.getByRole('radio', { name: 'Standard' })).toBeChecked();
});
