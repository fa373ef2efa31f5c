import { library } from '../fixtures/library.ts';
import { expect, samePageTest as test } from './app.ts';
import { readReceipt, unpack } from './archive.ts';

test.beforeEach(async ({ app }) => {
  await app.addFolder.setInputFiles(library.small);
  for (const label of ['boats', 'cats', 'dogs']) await app.expectLabel(label, 4);
});

test('renaming onto another label merges; undo and redo bring it back and forth', async ({ app, page }) => {
  await app.renameLabel('cats', 'dogs');
  await app.expectLabel('dogs', 8);
  await app.expectNoLabel('cats');
  await page.keyboard.press('Control+z');
  await app.expectLabel('cats', 4);
  await app.expectLabel('dogs', 4);
  await page.keyboard.press('Control+Shift+z');
  await app.expectLabel('dogs', 8);
  await app.menu('Undo');
  await app.expectLabel('cats', 4);
});

test('labels that would be one folder on many disks are refused', async ({ app, page }) => {
  await app.renameLabel('cats', 'DOGS');
  await expect(page.getByText(/dogs/).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await app.expectLabel('cats', 4);
  await app.expectLabel('dogs', 4);
});

test('digits label the selected photos', async ({ app, page }) => {
  await app.grid.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('2');
  await app.expectLabel('cats', 12);
  await page.keyboard.press('Control+z');
  await app.expectLabel('cats', 4);
});

test('small labels and photos without a label are warned of in place', async ({ page, app }) => {
  await expect(page.getByText(/fewer than 50|under 50|small labels/i).first()).toBeVisible();
  await app.addPhotos.setInputFiles(library.loose);
  await app.expectUnlabelled(1);
});

test('a label keeps its filter when others come after it', { tag: '@long' }, async ({ app }) => {
  await app.giveKey('the same for both runs of 83 humming otters', 'order');
  await app.protectAll(12);
  const before = await unpack((await app.save(app.downloadZip)).path);
  // Sorted by code point it would come before "boats"; the frozen order keeps it last.
  await app.drop([library.formats]);
  await app.expectLabel('mixed', 3);
  await app.renameLabel('mixed', 'aardvark');
  await app.protectAnew();
  const after = await unpack((await app.save(app.downloadZip)).path);
  expect(after.size).toBe(15);
  for (const [path, bytes] of before)
    expect(Buffer.from(after.get(path) ?? []).equals(Buffer.from(bytes)), path).toBe(true);
  const { labels } = readReceipt((await app.save(app.saveReceipt)).path);
  expect(labels.slice(0, 3)).toEqual(['boats', 'cats', 'dogs']);
  expect(labels.at(-1)).toBe('aardvark');
});
