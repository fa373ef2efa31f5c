import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { library } from '../fixtures/library.ts';
import { expect, samePageTest as test } from './app.ts';
import { readReceipt, unpack } from './archive.ts';

const cats = readdirSync(join(library.small, 'cats')).map(name => join(library.small, 'cats', name));

test('with mouse and keyboard: add, label, key, protect, download, receipt, filters', async ({
  app,
  page,
}) => {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Add photos' }).first().click(),
  ]);
  await chooser.setFiles(cats);

  // Loose photos: the page asks at once what is in them.
  const question = page.getByRole('region', { name: 'What is in these photos?' });
  await question.getByRole('combobox').or(question.getByRole('textbox')).click();
  await page.keyboard.type('My cat');
  await page.keyboard.press('Enter');
  await app.expectLabel('My cat', 4);

  await app.key.click();
  // Whoever guesses keys tries this one early on: it has to be wanted.
  await page.keyboard.type('correct horse battery staple and more');
  await expect(page.getByText('Fingerprint').first()).toBeVisible();
  await expect(app.protect).toHaveAccessibleDescription(/The key is weak/);
  await expect(app.protect).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('checkbox', { name: 'Use this weak key anyway' }).check();
  await expect(app.protect).toBeEnabled();
  await expect(app.protect).toHaveText('Protect 4 photos');
  await app.protect.click();
  await app.expectEnd(4);

  const zip = await app.save(app.downloadZip);
  expect(zip.name).toMatch(/^.*[a-z0-9]{8}\.zip$/);
  expect([...(await unpack(zip.path)).keys()].sort()).toEqual([0, 1, 2, 3].map(i => `My cat/cats-${i}.png`));
  const receipt = await app.save(app.saveReceipt);
  expect(receipt.name).toBe(zip.name.replace(/\.zip$/, '.keyveil.json'));
  expect(readReceipt(receipt.path).labels).toEqual(['My cat']);
  const filters = await app.save(app.saveFilters);
  expect(filters.name).toBe(zip.name.replace(/\.zip$/, '.filters.json'));
});

test('with the keyboard alone', async ({ app, page }) => {
  await app.addPhotos.setInputFiles(cats);
  await app.expectUnlabelled(4);
  /** Walks through the page as Tab does until what is wanted has the focus. */
  const tabTo = async (wanted: ReturnType<typeof page.locator>): Promise<void> => {
    for (let i = 0; i < 80; i++) {
      if (await wanted.evaluate(element => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('Tab does not get there');
  };
  await tabTo(app.grid);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('kitten');
  await page.keyboard.press('Enter');
  await app.expectLabel('kitten', 4);
  await tabTo(app.key);
  await page.keyboard.type('typed without a mouse of 83 humming otters');
  await expect(app.protect).toBeEnabled();
  await tabTo(app.protect);
  await page.keyboard.press('Enter');
  await app.expectEnd(4);
  await tabTo(app.downloadZip);
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect((await unpack(await download.path())).size).toBe(4);
});

test('a generated key is strong, shows its fingerprint, and comes back from its file', async ({
  app,
  page,
  browser,
}) => {
  await page.getByRole('button', { name: 'Generate' }).click();
  await expect(app.key).not.toHaveValue('');
  const words = (await app.key.inputValue()).split(/[\s-]+/);
  expect(words.length).toBeGreaterThanOrEqual(7);
  let dataset = '';
  await app.withMore(async () => {
    dataset = await app.dataset.inputValue();
  });
  await page.keyboard.press('Escape');

  // Nobody could type it again: it goes neither with the page nor with Start over before it was offered for saving.
  const asked = page.waitForEvent('dialog');
  const staying = page.close({ runBeforeUnload: true });
  await (await asked).dismiss();
  await staying;
  await app.menu('Start over');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Your new key is not saved yet.')).toBeVisible();
  const { path } = await app.save(dialog.getByRole('button', { name: 'Save key file' }));
  await expect(dialog.getByText('Your new key is not saved yet.')).toBeHidden();
  await dialog.getByRole('button', { name: 'Keep' }).click();
  await expect(app.key).toHaveValue(words.join(' '));

  const context = await browser.newContext();
  const other = await app.another(context);
  const [chooser] = await Promise.all([
    other.page.waitForEvent('filechooser'),
    other.page.getByRole('button', { name: 'Load key file' }).click(),
  ]);
  await chooser.setFiles(path);
  await expect(other.key).toHaveValue(words.join(' '));
  await other.withMore(() => expect(other.dataset).toHaveValue(dataset));
  await context.close();
});
