import type { Page } from '@playwright/test';
import { library } from '../fixtures/library.ts';
import { expect, sharedTest as test } from './app.ts';

// What docs/method.md promises other programs, by the plainest locators that other people's tests and tools would use.
test('the names on the page lead to one thing each, in every state and on a phone', async ({ app, page }) => {
  await expectNames(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNames(page);
  await app.giveKey('a key of 83 humming otters');
  await app.addFolder.setInputFiles(library.small);
  await expect(page.getByRole('status')).toHaveText('0 of 12 photos protected');
  await expectNames(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await expectNames(page);
  await page.getByRole('button', { name: /^Protect \d+ photos$/ }).click();
  await expect(page.getByRole('status')).toHaveText(/12 of 12 photos protected$/);
  await expectNames(page);
  for (const name of ['Download zip', 'Save receipt', 'Save filters'])
    await expect(page.getByRole('button', { name })).toHaveCount(1);
  await more(page, async () => {
    await page.getByLabel('Format').selectOption({ label: 'JPEG' });
    await page.getByLabel('Method').selectOption({ label: 'CUDA, as in the paper' });
  });
  await expectNames(page);
});

async function expectNames(page: Page): Promise<void> {
  for (const name of ['Add photos', 'Add a folder'])
    await expect(page.getByLabel(name)).toHaveAttribute('type', 'file');
  await expect(page.getByLabel('Private key')).toHaveCount(1);
  await more(page, async () => {
    for (const name of ['Dataset name', 'Method', 'Format'])
      await expect(page.getByLabel(name)).toHaveCount(1);
  });
  await expect(page.getByRole('status')).toHaveCount(1);
  await expect(page.getByRole('tab', { name: 'Protect' })).toHaveCount(1);
}

/** What most people leave as it is lies behind one button. */
async function more(page: Page, work: () => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await work();
  await page.keyboard.press('Escape');
}
