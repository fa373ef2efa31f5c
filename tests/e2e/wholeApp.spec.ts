import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { twoLabels, walkCheck, walkFound, walkLab, walkModel, walkRestore } from './accessProofScenes.ts';
import {
  toPhotoWithLabel,
  walkEmpty,
  walkInspector,
  walkLabelling,
  walkMore,
  walkRun,
} from './accessScenes.ts';
import { expect, test as guarded } from './app.ts';
import { mixedPhotos } from './ownHost.ts';

/**
 * Every feature is used once. The guard fails the test on any request elsewhere, any that carries data, any error and
 * any violation of the policy that the console tells of; here the page's own events are listened to as well.
 */
const test = guarded.extend({
  page: async ({ page }, use) => {
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', event => {
        console.error(`violated: ${event.violatedDirective} by ${event.blockedURI}`);
      });
    });
    await use(page);
  },
});
test.use({ actionTimeout: 15_000, viewport: { width: 1440, height: 900 } });

const nothingMore = async () => {};

test(
  'nothing leaves while photos are labelled, protected, looked at, saved and checked',
  { tag: '@long' },
  async ({ app, page }, info) => {
    test.setTimeout(240_000);
    await walkEmpty(app, nothingMore);
    await walkLabelling(app, nothingMore);
    await page.keyboard.press('Escape');
    await walkRun(app, nothingMore);
    await toPhotoWithLabel(app);
    await walkInspector(app, nothingMore);
    await walkMore(app, nothingMore);
    // JPEG, deep PNG and HEIC, whose decoder is fetched for it.
    await app.addFolder.setInputFiles(mixedPhotos(info.outputPath('mixed')));
    await expect(app.protect).toBeEnabled();
    await app.protect.click();
    await expect(app.progress).toBeHidden({ timeout: 60_000 });
    // Under their own names, by which the page knows what they are.
    const named = async (button: Locator) => {
      const { name, path } = await app.save(button);
      copyFileSync(path, info.outputPath(name));
      return info.outputPath(name);
    };
    const [zip, receipt] = [await named(app.downloadZip), await named(app.saveReceipt)];
    await app.menu('Check an archive');
    const dialog = page.getByRole('dialog', { name: 'Check an archive' });
    await dialog.locator('input[aria-label="Choose the receipt"]').setInputFiles(receipt);
    await dialog.locator('input[aria-label="Choose zips"]').setInputFiles(zip);
    await dialog.getByRole('button', { name: 'Check', exact: true }).click();
    await expect(dialog.getByText(/photos are exactly as they were/).first()).toBeVisible();
  },
);

for (const [name, walk] of [
  ['checked', walkCheck],
  ['proved in the lab', walkLab],
] as const) {
  test(`nothing leaves while protection is ${name}`, { tag: '@long' }, async ({ app }, info) => {
    test.setTimeout(240_000);
    await walk(app, twoLabels(info.outputPath('two')), nothingMore);
  });
}

for (const [name, walk] of [
  ['photos are traced', walkFound],
  ['models are traced', walkModel],
  ['photos are restored', walkRestore],
] as const) {
  test(`nothing leaves while ${name}`, { tag: '@long' }, async ({ app }, info) => {
    test.setTimeout(240_000);
    await walk(app, join(info.outputDir, 'trace'), nothingMore);
  });
}
