/**
 * The pictures in docs/screenshots: the app on its own sample photos, light and dark. Run after `npm run build`.
 *
 *   npm run screenshots
 */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { browserFlags, findBrowser } from './findBrowser.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'docs/screenshots');
mkdirSync(folder, { recursive: true });

const found = await findBrowser(line => console.log(line));
if (found === null) throw new Error('no browser; name one in KEYVEIL_BROWSER');
const server = await preview({ root, preview: { host: '127.0.0.1', port: 0 }, logLevel: 'warn' });
const browser = await chromium.launch({ executablePath: found.path, args: [...browserFlags] });
try {
  for (const colorScheme of ['light', 'dark']) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 860 }, colorScheme });
    await page.goto(server.resolvedUrls.local[0]);
    await page.getByRole('button', { name: 'Try it with sample photos' }).click();
    await page
      .getByLabel('Private key', { exact: true })
      .fill('violet anchor mosaic pepper lantern orbit canyon thrift');
    // So that the picture does not change with every run.
    await page.getByLabel('Dataset name', { exact: true }).fill('summer-photos');
    await page.getByRole('button', { name: /^Protect [\d,]+ photos$/ }).click();
    await page.getByRole('button', { name: /^Download zip/ }).waitFor();
    await page.getByRole('option').first().click();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    // The inspector's last figures.
    await page.waitForTimeout(2500);
    const name = `protect-${colorScheme}.jpg`;
    await page.screenshot({ path: join(folder, name), type: 'jpeg', quality: 85 });
    console.log(`docs/screenshots/${name}`);
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
