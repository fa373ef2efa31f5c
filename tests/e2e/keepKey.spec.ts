import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import type { App } from './app.ts';
import { test as base, expect } from './app.ts';

/** Ways to keep a key: on paper, with the password manager, behind a passkey. */

const test = base.extend({
  // Passkeys belong to hosts with a name, which 127.0.0.1 has not.
  baseURL: async ({ baseURL }, use) => {
    await use(baseURL?.replace('127.0.0.1', 'localhost'));
  },
});

async function openDialog({ page }: App) {
  await page.getByRole('button', { name: 'Other ways to keep it' }).click();
  const dialog = page.getByRole('dialog', { name: 'Keep your key' });
  await expect(dialog).toBeVisible();
  return dialog;
}

test('a passkey keeps the key locked on this device and opens it after a reload', async ({
  app,
  context,
  page,
}) => {
  const session = await context.newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf: true,
      isUserVerified: true,
    },
  });
  await page.getByRole('button', { name: 'Generate' }).click();
  const passphrase = await page.locator('.key-made-key').textContent();
  const chip = page.getByRole('button', { name: /^Fingerprint/ });
  const dialog = await openDialog(app);
  await dialog.getByRole('button', { name: 'Lock it with a passkey' }).click();
  await expect(dialog.getByText('Locked on this device.')).toBeVisible();
  await page.keyboard.press('Escape');
  const fingerprint = await chip.textContent();

  // What lies on the disk is of no use without the passkey.
  const stored = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('keyveil-keys');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const all = await new Promise<{ sealed: Uint8Array }[]>(resolve => {
      const request = database.transaction('keys').objectStore('keys').getAll();
      request.onsuccess = () => resolve(request.result);
    });
    return all.map(({ sealed }) => new TextDecoder('latin1').decode(sealed));
  });
  expect(stored).toHaveLength(1);
  expect(stored[0]).not.toContain(passphrase?.split(' ')[0]);

  await page.reload();
  await app.ready();
  const opener = page.getByRole('button', { name: 'Open with a passkey' });
  await opener.click();
  await expect(chip).toHaveText(fingerprint ?? '');
  await expect(app.key).toHaveValue(passphrase ?? '');

  // Somebody else, whom the device does not know.
  await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  await page.reload();
  await app.ready();
  await opener.click();
  await expect(page.getByText('The key was not opened.')).toBeVisible();
  await expect(app.key).toHaveValue('');
});

test('paper and password manager get the key and its name', async ({ app, page }) => {
  await page.addInitScript(() => {
    // There is no printer here; what would be printed is looked at below.
    globalThis.print = () => {};
  });
  await app.open();
  await app.giveKey('a key of 83 humming otters', 'summer');
  const chip = page.getByRole('button', { name: /^Fingerprint/ });
  await chip.click();
  const dialog = await openDialog(app);

  await expect(dialog.getByLabel('Name')).toHaveAttribute('autocomplete', 'username');
  await expect(dialog.getByLabel('Name')).toHaveValue('summer');
  const password = dialog.getByLabel('Key', { exact: true });
  await expect(password).toHaveAttribute('autocomplete', 'new-password');
  await expect(password).toHaveValue('a key of 83 humming otters');

  await dialog.getByRole('button', { name: 'Offer it to the password manager' }).click();
  await expect(dialog.getByText('Your browser was asked to keep it.')).toBeVisible();

  await dialog.getByRole('button', { name: 'Print a key sheet' }).click();
  await page.emulateMedia({ media: 'print' });
  const sheet = page.getByRole('article', { name: 'Keyveil key sheet' });
  await expect(sheet).toContainText('a key of 83 humming otters');
  await expect(sheet).toContainText('summer');
  await expect(page.locator('#root')).toBeHidden();
  const code = sheet.getByRole('img', { name: 'The key file as a square code' });
  const { data, info } = await sharp(await code.screenshot())
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const read = decodeQR({ width: info.width, height: info.height, data: Uint8Array.from(data) });
  expect(JSON.parse(read)).toMatchObject({
    format: 'keyveil-key',
    dataset: 'summer',
    passphrase: 'a key of 83 humming otters',
  });

  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await expect(sheet).toHaveCount(0);
});
