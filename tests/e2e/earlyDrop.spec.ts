import type { BrowserContext } from '@playwright/test';
import { library } from '../fixtures/library.ts';
import { expect, test } from './app.ts';

/** Keeps files from coming until what it gives is called. */
async function heldBack(context: BrowserContext, files: RegExp): Promise<() => void> {
  let go = () => {};
  const held = new Promise<void>(resolve => {
    go = resolve;
  });
  await context.route(files, async route => {
    await held;
    await route.continue();
  });
  return go;
}

test('what is dropped before the scripts are there is not lost', async ({ page, app, context }) => {
  // The page as it was before its scripts: only the first of them has come.
  const go = await heldBack(context, /assets\/start.*\.js/);
  await page.goto('/');
  await expect(page.locator('#root')).toHaveAttribute('inert');
  // Until the first script listens, a drop is the browser's own.
  await page.waitForLoadState('load');
  await app.drop([library.small]);
  go();
  await expect(app.grid.getByRole('option')).toHaveCount(12);
});

test('what is dropped on a tab before its part is there is handed over', async ({ page, app, context }) => {
  const go = await heldBack(context, /assets\/ProveTab.*\.js/);
  await page.getByRole('tab', { name: 'Prove', exact: true }).click();
  await expect(page.getByText('Loading…')).toBeVisible();
  await app.drop([library.small]);
  go();
  await expect(page.getByText('12 labelled photos of “small”')).toBeVisible();
});
