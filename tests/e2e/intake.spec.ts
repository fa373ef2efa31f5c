import { closeSync, copyFileSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { junk, library, treeLabels } from '../fixtures/library.ts';
import { oddZip } from '../fixtures/oddZip.ts';
import { expect, samePageTest as test } from './app.ts';
import { unpack } from './archive.ts';

const inTree = treeLabels.crowd + treeLabels.inner + treeLabels.outer;

test('a dropped folder tree is read whole; the folder a photo lies in is its label', async ({
  app,
  page,
}) => {
  await app.drop([library.tree]);
  await expect(page.getByText(new RegExp(`\\b${inTree} photos? added`)).first()).toBeVisible();
  for (const [label, count] of Object.entries(treeLabels)) await app.expectLabel(label, count);
  // What was left out is counted, with the reason.
  const left = junk.hidden.length + junk.foreign.length;
  await expect(page.getByText(new RegExp(`\\b${left} files? (?:was|were)? ?left out`)).first()).toBeVisible();
});

test('photos with names that Windows could not take are read too', async ({ app }, info) => {
  test.skip(process.platform === 'win32', 'this system cannot make such names');
  const folder = info.outputPath('odd');
  const names = ['plain', 'who?', '10:30', 'con', 'a*b'];
  for (const [i, name] of names.entries()) {
    mkdirSync(join(folder, 'cats', 'why?'), { recursive: true });
    const from = join(library.small, 'cats', `cats-${i % 4}.png`);
    copyFileSync(from, join(folder, 'cats', `${name}.png`));
  }
  copyFileSync(library.loose, join(folder, 'cats', 'why?', 'inside.png'));
  await app.drop([folder]);
  await app.expectLabel('cats', names.length);
  await app.expectLabel('why?', 1);
});

test('several folders and loose files in one drop', async ({ app }) => {
  await app.drop([join(library.small, 'cats'), join(library.small, 'dogs'), library.loose]);
  await app.expectLabel('cats', 4);
  await app.expectLabel('dogs', 4);
  await app.expectUnlabelled(1);
});

test('a folder chosen with the button goes the whole way', async ({ app }) => {
  await app.giveKey('a key of 83 humming otters');
  await app.addFolder.setInputFiles(library.tree);
  for (const [label, count] of Object.entries(treeLabels)) await app.expectLabel(label, count);
  await app.protectAll(inTree);
  const photos = await unpack((await app.save(app.downloadZip)).path);
  expect(photos.size).toBe(inTree);
  expect(photos.has('crowd/photo-130.png')).toBe(true);
});

test('a zip is opened, and its folders are labels', async ({ app }) => {
  await app.giveKey('a key of 83 humming otters');
  await app.drop([library.zip]);
  for (const label of ['boats', 'cats', 'dogs']) await app.expectLabel(label, 4);
  await app.protectAll(12);
  expect((await unpack((await app.save(app.downloadZip)).path)).size).toBe(12);
});

test('a zip of more than a GB is opened like any other', async ({ app }, info) => {
  const path = info.outputPath('huge.zip');
  const file = openSync(path, 'w');
  const photo = readFileSync(library.loose);
  // A hole in front takes no room on the disk.
  const zip = oddZip([{ name: 'Mia/a.png', content: photo }]);
  writeSync(file, zip, 0, zip.length, 1_200_000_000);
  closeSync(file);
  await app.addPhotos.setInputFiles(path);
  await app.expectLabel('Mia', 1);
});

test('the same file twice is noticed', async ({ app, page }) => {
  await app.addFolder.setInputFiles(library.small);
  await app.expectLabel('cats', 4);
  await app.addPhotos.setInputFiles(join(library.small, 'cats', 'cats-0.png'));
  await expect(page.getByText(/already|twice|again/i).first()).toBeVisible();
  await app.expectLabel('cats', 4);
});

test('drawn pictures: four labels of twelve, all the way', { tag: '@long' }, async ({ app, page }) => {
  await page.getByRole('tab', { name: 'Prove' }).click();
  await page.getByRole('button', { name: 'Try it with 48 drawn pictures' }).click();
  await page.getByRole('tab', { name: 'Protect' }).click();
  await expect(page.getByText(/\b48 photos added/).first()).toBeVisible();
  await app.giveKey('a key of 83 humming otters');
  await app.protectAll(48);
  const photos = await unpack((await app.save(app.downloadZip)).path);
  const perLabel = new Map<string, number>();
  for (const path of photos.keys()) {
    const label = path.split('/')[0] ?? '';
    perLabel.set(label, (perLabel.get(label) ?? 0) + 1);
  }
  expect([...perLabel.values()]).toEqual([12, 12, 12, 12]);
});

test('pasting a picture adds it', async ({ app, page }) => {
  await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(64, 48);
    canvas.getContext('2d')?.fillRect(8, 8, 20, 20);
    const data = new DataTransfer();
    data.items.add(new File([await canvas.convertToBlob()], 'pasted.png', { type: 'image/png' }));
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await app.expectUnlabelled(1);
});
