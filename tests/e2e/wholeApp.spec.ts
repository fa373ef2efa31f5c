import { copyFileSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import { expect, test as guarded } from './app.ts';
import { mixedPhotos } from './ownHost.ts';
import { walks } from './walks.ts';

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

for (const { name, walk } of walks) {
  test(`nothing leaves: ${name}`, { tag: '@long' }, async ({ app }, info) => {
    test.setTimeout(240_000);
    await walk(app, info.outputDir, async () => {});
  });
}

test(
  'nothing leaves: photos of every decoder, saved and checked',
  { tag: '@long' },
  async ({ app, page }, info) => {
    await app.giveKey('a key for every decoder of 83 humming otters');
    // JPEG, deep PNG and HEIC, whose decoder is fetched for it.
    await app.addFolder.setInputFiles(mixedPhotos(info.outputPath('photos')));
    await app.protectAll(3);
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
    await expect(dialog.getByText('All 3 photos are exactly as they were.').first()).toBeVisible();
  },
);
