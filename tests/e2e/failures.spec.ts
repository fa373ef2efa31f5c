import { cpSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { library } from '../fixtures/library.ts';
import { expect, samePageTest as test } from './app.ts';
import { unpack } from './archive.ts';

test('a damaged photo is listed with its reason, the rest go on, and it is in no archive', async ({
  app,
  page,
}) => {
  await app.giveKey('a key of 83 humming otters');
  await app.addFolder.setInputFiles(library.broken);
  await app.protectAll(6, 7, 1);
  await expect(page.getByText('This is no picture, or a damaged one.').first()).toBeVisible();
  await expect(page.getByText('damaged.png').first()).toBeVisible();

  // Trying again does not help a damaged one, and harms no other.
  await page
    .getByRole('button', { name: /^Try again/ })
    .first()
    .click();
  await expect(app.status).toHaveText(/1 failed$/);
  await expect(app.progress).toBeHidden();
  const photos = await unpack((await app.save(app.downloadZip)).path);
  expect([...photos.keys()].sort()).toEqual([
    ...[0, 1, 2].map(i => `good/good-${i}.png`),
    ...[0, 1, 2].map(i => `mixed/mixed-${i}.png`),
  ]);
});

test('a photo that was away comes right on a second try', async ({ app, page }, info) => {
  const folder = info.outputPath('away');
  cpSync(join(library.small, 'cats'), join(folder, 'cats'), { recursive: true });
  await app.giveKey('a key of 83 humming otters');
  await app.addFolder.setInputFiles(folder);
  await expect(app.protect).toHaveText(/4/);
  const [here, away] = [join(folder, 'cats', 'cats-1.png'), info.outputPath('elsewhere.png')];
  renameSync(here, away);
  await app.protectAll(3, 4, 1);
  await expect(page.getByText('The file was moved or changed', { exact: false }).first()).toBeVisible();
  renameSync(away, here);
  await page
    .getByRole('button', { name: /^Try again/ })
    .first()
    .click();
  await expect(page.getByText('The file was moved or changed', { exact: false })).toHaveCount(0);
  expect((await unpack((await app.save(app.downloadZip)).path)).size).toBe(4);
});

test('cancelling stops the run and keeps what is done', { tag: '@long' }, async ({ app, page }) => {
  await app.chooseEngine('CPU');
  await app.giveKey('a key of 83 humming otters');
  await app.addFolder.setInputFiles(library.many);
  await expect(app.protect).toBeEnabled();
  await app.protectAndPress('Cancel');
  await expect(app.progress).toBeHidden();
  await expect(app.status).toHaveText(/(?:^|\D)\d+ of 24 photos protected$/);
  const done = Number(/(\d+) of 24/.exec((await app.status.textContent()) ?? '')?.[1]);
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(24);
  expect((await unpack((await app.save(app.downloadZip)).path)).size).toBe(done);

  // Pressing again does the rest, and only that.
  await expect(app.protect).toHaveText(new RegExp(`\\b${24 - done}\\b`));
  await app.protect.click();
  await app.expectUpToDate();
  expect((await unpack((await app.save(app.downloadZip)).path)).size).toBe(24);
  await expect(page.getByRole('button', { name: /^Try again/ })).toHaveCount(0);
});
