import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { type LicenceList, licenceText, readLicenceList } from '../../src/core/licenceList.ts';
import { App, expect, sharedTest as test } from './app.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

function listInDist(): LicenceList {
  const list = readLicenceList(read('dist/licences.json'));
  if (list === null) throw new Error('dist/licences.json is no list of licences');
  return list;
}

/** Opens the dialog as somebody without a mouse does. */
async function openAbout(page: Page) {
  await page.getByRole('button', { name: 'Menu' }).press('Enter');
  const entry = page.getByRole('menuitem', { name: 'About Keyveil' });
  while (!(await entry.evaluate(one => one === document.activeElement))) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'About Keyveil' });
  await expect(dialog).toBeVisible();
  return dialog;
}

test('says what Keyveil is, and shows the licence of everything in it, by keyboard alone', async ({
  page,
}) => {
  const app = new App(page);
  await app.open();
  const dialog = await openAbout(page);
  const { version, dependencies } = JSON.parse(read('package.json'));
  await expect(dialog).toContainText(`Version ${version}`);
  await expect(dialog).toContainText('CVPR 2023');

  const list = listInDist();
  await expect(dialog).toContainText(`${list.packages.length} packages by others`);
  const lines = dialog.locator('.about-packages > li > details > summary');
  await expect(lines).toHaveText(
    list.packages.map(({ name, version: its, licence }) => `${name} ${its} ${licence}`),
  );
  for (const name of Object.keys(dependencies)) {
    expect(
      list.packages.map(one => one.name),
      name,
    ).toContain(name);
  }

  const heic = list.packages.find(({ name }) => name === 'heic-to');
  if (!heic) throw new Error('heic-to is not listed');
  const fold = (name: string) => dialog.locator('summary').filter({ hasText: name });
  await fold(`heic-to ${heic.version}`).press('Enter');
  const licence = dialog.getByRole('region', { name: 'Licence of heic-to' });
  await expect(licence).toContainText('GNU LESSER GENERAL PUBLIC LICENSE');
  expect(await licence.textContent()).toBe(licenceText(list, heic));
  await fold('libheif').press('Enter');
  await expect(dialog.getByRole('link', { name: /strukturag\/libheif/ })).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('says so when the licences cannot be fetched', { tag: '@long' }, async ({ page }) => {
  const app = new App(page);
  await page.route('**/licences.json', route => route.fulfill({ body: '<!doctype html>', status: 200 }));
  await app.open();
  const dialog = await openAbout(page);
  await expect(dialog).toContainText('The licences could not be fetched');
});
