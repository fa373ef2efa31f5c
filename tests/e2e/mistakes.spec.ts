import type { Page } from '@playwright/test';
import { library } from '../fixtures/library.ts';
import { expect, test } from './app.ts';

const passphrase = 'a key of 83 humming otters';

/** Puts lines at the end of a worker's script, before it has answered anything. */
async function append(page: Page, script: RegExp, lines: string): Promise<void> {
  await page.route(script, async route => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\n${lines}` });
  });
}

/** What `Copy details` hands over: tests may not read the clipboard, which the page forbids everybody. */
async function copied(page: Page, press: () => Promise<void>): Promise<string> {
  await page.evaluate(() => {
    navigator.clipboard.writeText = async text => {
      document.body.dataset.copied = text;
    };
  });
  await press();
  await expect(page.getByRole('button', { name: 'Copied' }).first()).toBeVisible();
  return (await page.locator('body').getAttribute('data-copied')) ?? '';
}

test('a worker whose script is gone is told of in a sentence, and works once it is there again', async ({
  page,
  app,
  guard,
}) => {
  guard.expect(/^404 for .*key\.worker/);
  guard.expect(/^console: Failed to load resource/);
  const script = /\/key\.worker-/;
  await page.route(script, route => route.fulfill({ status: 404 }));
  await app.giveKey(passphrase);
  const word = page.getByRole('alert').filter({ hasText: /could not be loaded.*reload the page/ });
  await expect(word).toBeVisible();
  await page.unroute(script);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(word).toBeHidden();
  await expect(page.getByText(/^Fingerprint [0-9a-f]/)).toBeVisible();
  await app.addFolder.setInputFiles(library.small);
  await app.protectAll(12);
});

test('a mistake in the key worker reaches the console with its stack, and names neither key nor dataset', async ({
  page,
  app,
  guard,
}) => {
  guard.expect(/^console: RangeError: no \[…\] for \[…\] \(key\)\n {4}at .*key\.worker-/);
  await append(
    page,
    /\/key\.worker-/,
    `{ const real = TextEncoder.prototype.encode;
       TextEncoder.prototype.encode = function (text) {
         if (String(text).includes('otters')) throw new RangeError('no ' + text + ' for my-holidays');
         return real.call(this, text);
       }; }`,
  );
  await app.giveKey(passphrase, 'my-holidays');
  await expect(page.getByRole('alert').filter({ hasText: 'a mistake in Keyveil' })).toBeVisible();
  const details = await copied(page, () => page.getByRole('button', { name: 'Copy details' }).click());
  expect(details).toMatch(/^Keyveil \d.*\n\nMozilla/);
  expect(details).toMatch(/RangeError: no \[…\] for \[…\] \(key\)\n {4}at .*key\.worker-.*:\d+:\d+/);
  expect(details).not.toMatch(/otters|humming|holidays/);
});

test('a mistake over a photo fails that photo in a sentence, with details that do not name it', async ({
  page,
  app,
  guard,
}) => {
  guard.expect(/^console: TypeError: \[…\] has no width \(photo\)\n {4}at .*photo\.worker-/);
  await append(
    page,
    /\/photo\.worker-/,
    `{ const real = Blob.prototype.arrayBuffer;
       let asked = 0;
       Blob.prototype.arrayBuffer = async function () {
         const bytes = await real.call(this);
         // A view that cannot be made: what goes wrong is no reading.
         if (this.name === 'cats-0.png') Object.defineProperty(bytes, 'byteLength', {
           get() { throw new TypeError('cats/cats-0.png has no width'); },
         });
         return bytes;
       }; }`,
  );
  await app.giveKey(passphrase);
  await app.addFolder.setInputFiles(library.small);
  await app.protectAll(11, 12, 1);
  const failed = page.getByRole('region', { name: /1 photo failed/ });
  await expect(failed.getByText('a mistake in Keyveil', { exact: false })).toBeVisible();
  const details = await copied(page, () => failed.getByRole('button', { name: 'Copy details' }).click());
  expect(details).toMatch(/TypeError: \[…\] has no width \(photo\)\n {4}at .*photo\.worker-/);
  expect(details).not.toMatch(/cats/);
});

test('what nobody expected, anywhere on the page, is said, can be copied, and put away', async ({
  page,
  guard,
  app,
}) => {
  guard.expect(/^console: Error: lost \[…\] \(page\)/);
  await app.addFolder.setInputFiles(library.small);
  await app.expectLabel('cats', 4);
  await page.evaluate(() => void Promise.reject(new Error('lost cats/cats-1.png')));
  const note = page.getByRole('alert').filter({ hasText: 'a mistake in Keyveil' });
  await expect(note).toBeVisible();
  expect(await copied(page, () => page.getByRole('button', { name: 'Copy details' }).click())).toMatch(
    /Error: lost \[…\] \(page\)/,
  );
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(note).toBeHidden();
});
