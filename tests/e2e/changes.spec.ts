import { library } from '../fixtures/library.ts';
import { expect, sharedTest as test } from './app.ts';
import { greatestDifference, pixelsOf, readReceipt, unpack } from './archive.ts';

test('what is done is out of date after another key or setting, and the archive never mixes', async ({
  app,
  page,
}) => {
  await app.giveKey('first key of 83 humming otters', 'changes');
  await app.addFolder.setInputFiles(library.small);
  await app.protectAll(12);
  const first = await unpack((await app.save(app.downloadZip)).path);
  await app.expectUpToDate();

  await page.getByText('Strong', { exact: true }).click();
  await expect(page.getByText(/12 photos were protected with another/)).toBeVisible();
  await expect(app.protect).toHaveText('Protect 12 photos');
  // Nothing that is up to date, so nothing to take away.
  await expect(app.downloadZip.and(page.locator(':enabled'))).toHaveCount(0);

  // Back to what it was: nothing needs doing.
  await page.getByText('Standard', { exact: true }).click();
  await app.expectUpToDate();
  expect((await unpack((await app.save(app.downloadZip)).path)).size).toBe(12);

  await app.key.fill('second key of 83 humming otters');
  await expect(app.protect).toHaveText('Protect 12 photos');
  await app.protectAnew();
  const second = await unpack((await app.save(app.downloadZip)).path);
  expect([...second.keys()]).toEqual([...first.keys()]);
  for (const [path, bytes] of first) {
    const [a, b] = [pixelsOf(bytes), pixelsOf(second.get(path) ?? new Uint8Array())];
    expect(greatestDifference(a.data, b.data), path).toBeGreaterThan(1);
  }
  expect(readReceipt((await app.save(app.saveReceipt)).path).files).toHaveLength(12);
});

test('leaving with unsaved work asks first, and does not once all is saved', async ({ app, page }) => {
  await app.giveKey('a key of 83 humming otters');
  await app.addFolder.setInputFiles(library.small);
  await app.protectAll(12);
  const asked: string[] = [];
  page.on('dialog', dialog => {
    asked.push(dialog.type());
    // Stay.
    void dialog.dismiss();
  });
  await page.evaluate(() => location.reload());
  await expect.poll(() => asked).toEqual(['beforeunload']);
  await expect(app.downloadZip).toBeVisible();

  // The archive alone is not enough: without its receipt nothing can be shown later.
  await app.save(app.downloadZip);
  await page.evaluate(() => location.reload());
  await expect.poll(() => asked).toHaveLength(2);
  await app.save(app.saveReceipt);
  await page.reload();
  expect(asked).toHaveLength(2);
  await expect(app.downloadZip).toBeHidden();
});

test('a second press with nothing changed has nothing to do', { tag: '@long' }, async ({ app }) => {
  await app.giveKey('a key of 83 humming otters');
  await app.addFolder.setInputFiles(library.small);
  await app.protectAll(12);
  await app.expectUpToDate();
  await app.key.fill('a keyy of 83 humming otters');
  await expect(app.protect).toBeEnabled();
  await app.key.fill('a key of 83 humming otters');
  await app.expectUpToDate();
});
