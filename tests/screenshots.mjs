/**
 * The pictures in docs/screenshots: the app on its own sample photos. Run after `npm run build`.
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

const wide = { width: 1440, height: 860 };
const phone = { width: 390, height: 760 };

/** @type {readonly { name: string, viewport: object, colorScheme: 'light' | 'dark', show(page: object): Promise<void> }[]} */
const pictures = [
  { name: 'empty-light', viewport: wide, colorScheme: 'light', show: async () => {} },
  { name: 'protect-light', viewport: wide, colorScheme: 'light', show: inHand },
  { name: 'protect-dark', viewport: wide, colorScheme: 'dark', show: inHand },
  { name: 'theory-light', viewport: wide, colorScheme: 'light', show: theory },
  { name: 'trace-light', viewport: wide, colorScheme: 'light', show: trace },
  { name: 'phone-light', viewport: phone, colorScheme: 'light', show: protectSamples },
];

async function protectSamples(page) {
  await page.getByRole('button', { name: 'Try it with sample photos' }).click();
  await page
    .getByLabel('Private key', { exact: true })
    .fill('violet anchor mosaic pepper lantern orbit canyon thrift');
  // So that the picture does not change with every run.
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByLabel('Dataset name', { exact: true }).fill('summer-photos');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Protect [\d,]+ photos$/ }).click();
  await page.getByRole('button', { name: /^Download zip/ }).waitFor({ timeout: 120_000 });
  const dismiss = page.getByRole('button', { name: 'Dismiss' });
  if (await dismiss.first().isVisible()) await dismiss.first().click();
}

async function inHand(page) {
  await protectSamples(page);
  await page.getByRole('option').first().click();
  await page.locator('.compare[aria-busy=false]').waitFor({ timeout: 120_000 });
  // The inspector's last figures.
  await page.waitForFunction(() => !document.body.textContent.includes('measuring…'));
}

/** Samples are drawn, and told apart as they are; so it is the theory that shows something. */
async function theory(page) {
  await page.getByRole('tab', { name: 'Prove' }).click();
  await page.locator('.wing-views').getByText('The theory', { exact: true }).click();
  await page.locator('.charts[aria-busy=false]').waitFor({ timeout: 120_000 });
}

async function trace(page) {
  await protectSamples(page);
  await page.getByRole('tab', { name: 'Trace' }).click();
  await page.getByRole('button', { name: 'Use the receipt of the photos protected on this page' }).click();
  await page
    .getByText('The key is the right one, and the receipt is unchanged.')
    .first()
    .waitFor({ timeout: 120_000 });
}

const found = await findBrowser(line => console.log(line));
if (found === null) throw new Error('no browser; name one in KEYVEIL_BROWSER');
const server = await preview({ root, preview: { host: '127.0.0.1', port: 0 }, logLevel: 'warn' });
const browser = await chromium.launch({ executablePath: found.path, args: [...browserFlags] });
try {
  for (const { name, viewport, colorScheme, show } of pictures) {
    const context = await browser.newContext({ viewport, colorScheme, locale: 'en-GB' });
    const page = await context.newPage();
    await page.goto(server.resolvedUrls.local[0]);
    await page.locator('#root:not([inert])').waitFor();
    await show(page);
    await page.screenshot({ path: join(folder, `${name}.jpg`), type: 'jpeg', quality: 82 });
    console.log(`docs/screenshots/${name}.jpg`);
    await context.close();
  }
} finally {
  await browser.close();
  await server.close();
}
