import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectNone, type Look, lookFor, shoot, sideways, smallTargets } from './access.ts';
import {
  looseFiles,
  twoLabels,
  walkEmpty,
  walkInspector,
  walkLabelling,
  walkMore,
  walkProve,
  walkRun,
  walkTrace,
} from './accessScenes.ts';
import { type App, expect, test } from './app.ts';
import { unpack } from './archive.ts';

/** A small phone held in one hand: fingers, no mouse, no keyboard. */
test.use({
  actionTimeout: 10_000,
  contextOptions: { reducedMotion: 'reduce' },
  viewport: { width: 360, height: 640 },
  hasTouch: true,
  isMobile: true,
});

/** Gathers what is too small or too wide in every state; quick, where axe has looked at the same parts before. */
function quickLook(page: Page, faults: string[]): Look {
  return async state => {
    await shoot(page, `phone ${state}`);
    for (const found of [await smallTargets(page), await sideways(page)])
      faults.push(...found.map(one => `${state}: ${one}`));
  };
}

test('the whole job with a thumb: pick, label, compare, protect, save', async ({ app, page }) => {
  const faults: string[] = [];
  const look = quickLook(page, faults);
  await look('empty');
  // From the camera roll: several at once, any kind of picture, and no camera forced upon anybody.
  await expect(app.addPhotos).toHaveAttribute('accept', /image\/\*/);
  await expect(app.addPhotos).toHaveAttribute('multiple');
  await expect(app.addPhotos).not.toHaveAttribute('capture');
  const choosing = page.waitForEvent('filechooser');
  await page.locator('button', { hasText: 'Add photos' }).tap();
  await (await choosing).setFiles(looseFiles(6));
  const photos = app.grid.getByRole('option');
  await expect(photos).toHaveCount(6);
  await look('loose photos');
  await page.getByRole('button', { name: 'Not now' }).tap();
  await longPress(page, photos.nth(1));
  await expect(photos.nth(1)).toHaveAttribute('aria-selected', 'true');
  await photos.nth(3).tap();
  await expect(page.getByText('2 selected')).toBeVisible();
  await look('selecting');
  await page.getByRole('button', { name: 'Label as…' }).tap();
  await page.getByRole('combobox', { name: 'Label for the selected photos' }).fill('garden');
  await look('naming');
  await page.getByRole('combobox', { name: 'Label for the selected photos' }).press('Enter');
  await expect(photos.nth(3)).toHaveAccessibleName(/garden/);
  await page.getByRole('button', { name: 'Clear the selection' }).tap();
  await photos.nth(1).tap();
  await page.getByRole('button', { name: 'Look closer' }).tap();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('application')).toBeVisible();
  await look('inspector');
  await dialog.getByRole('button', { name: 'Close' }).tap();
  await app.key.fill('a key for the phone');
  await expect(app.protect).toBeEnabled();
  await app.protect.tap();
  await app.expectEnd(2, 2);
  await look('finished');
  expect((await unpack((await app.save(app.downloadZip)).path)).size).toBe(2);
  expectNone(faults);
});

async function longPress(page: Page, target: ReturnType<App['grid']['getByRole']>): Promise<void> {
  const box = await target.boundingBox();
  if (!box) throw new Error('not on the page');
  const touch = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const session = await page.context().newCDPSession(page);
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [touch] });
  await page.waitForTimeout(700);
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

test('axe finds nothing on a phone', { tag: '@long' }, async ({ app, page }) => {
  test.setTimeout(400_000);
  const faults: string[] = [];
  const look = lookFor(page, faults, ' - phone');
  await walkEmpty(app, look);
  await walkLabelling(app, look);
  await walkRun(app, look);
  await app.grid.getByRole('option').nth(6).tap();
  await page.getByRole('button', { name: 'Look closer' }).tap();
  await walkInspector(app, look);
  await walkMore(app, look);
  expectNone(faults);
});

test('axe finds nothing in Prove and Trace on a phone', { tag: '@long' }, async ({ app, page }, info) => {
  test.setTimeout(500_000);
  const faults: string[] = [];
  const look = lookFor(page, faults, ' - phone');
  await walkTrace(app, join(info.outputDir, 'trace'), look);
  await walkProve(app, twoLabels(info.outputPath('two')), look);
  expectNone(faults);
});
