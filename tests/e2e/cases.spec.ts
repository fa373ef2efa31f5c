import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { type App, expect, sharedTest as test } from './app.ts';
import { unpack } from './archive.ts';

/**
 * Files that other tools, and once this one, got wrong, each standing for its whole kind: through the page to the saved
 * zip. A row says what a person expects.
 */

const cases = join(dirname(dirname(fileURLToPath(import.meta.url))), 'fixtures/cases');

interface Case {
  /** One of several that go the same way: with the long tests alone. */
  readonly long?: true;
  /** In `tests/fixtures/cases`; a folder is dropped as one. */
  readonly file: string;
  /** Labels with their numbers of photos, as they are in the saved zip. */
  readonly labels: Readonly<Record<string, number>>;
  /** Names that are read by a guess, and shown before anything is labelled. */
  readonly readAs?: readonly string[];
  /** What is left out: its reason, by a part of the words, and the paths. */
  readonly leftOut?: readonly (readonly [reason: RegExp, ...paths: string[]])[];
  /** What is asked about the labels, and the answer that is given, if any. */
  readonly asked?: { readonly question: RegExp; readonly answer?: string };
}

const rows: readonly Case[] = [
  { file: 'duplicate_names.zip', labels: { Mia: 3, Tom: 1 } },
  { long: true, file: 'collapsing_paths.zip', labels: { Mia: 5 } },
  { long: true, file: 'dos_dir_bit.zip', labels: { Mia: 2, Tom: 1 } },
  { file: 'gbk_windows_zh.zip', labels: { 小猫: 1, 小狗: 2 }, readAs: ['小猫', '小狗'] },
  { long: true, file: 'gbk_5c.zip', labels: { 張: 1, 功: 1, 小明: 1 }, readAs: ['張', '功', '小明'] },
  { long: true, file: 'sjis_windows_ja.zip', labels: { 花子: 1, ソラ: 1 }, readAs: ['花子', 'ソラ'] },
  {
    long: true,
    file: 'cp850_windows_de.zip',
    labels: { Øyvind: 1, 'Ana Pérez': 1 },
    readAs: ['Øyvind', 'Ana Pérez'],
  },
  { long: true, file: 'noext_and_odd.zip', labels: { Mia: 4 } },
  { long: true, file: 'one_bzip2_among_deflate.zip', labels: { Mia: 3 } },
  {
    file: 'one_encrypted_among_plain.zip',
    labels: { Mia: 1 },
    leftOut: [[/locked with a password/, 'one_encrypted_among_plain.zip/Mia/b.jpg']],
  },
  { long: true, file: 'absolute.zip', labels: { Mia: 1, Tom: 1 } },
  {
    file: 'same_photo_two_labels.zip',
    labels: { Mia: 1, Tom: 2 },
    asked: { question: /same photo lies under “Mia” and “Tom”/ },
  },
  {
    file: 'nested_years',
    labels: { Mia: 1, Tom: 1 },
    asked: { question: /Which folder says who or what it is\?/, answer: 'Mia (1), Tom (1)' },
  },
];

/** Photos under each label of a saved zip. */
async function savedLabels(app: App): Promise<Readonly<Record<string, number>>> {
  const photos = await unpack((await app.save(app.downloadZip)).path);
  const counts: Record<string, number> = {};
  for (const path of photos.keys()) {
    const label = path.split('/')[0] ?? '';
    counts[label] = (counts[label] ?? 0) + 1;
  }
  return counts;
}

async function removeAll(page: Page, app: App): Promise<void> {
  await app.grid.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect(app.grid.getByRole('option')).toHaveCount(0);
}

async function expectRight(app: App, rows: readonly Case[]): Promise<void> {
  const { page } = app;
  test.setTimeout(240_000);
  await app.giveKey('otter violin harbour plum quartz meadow lantern drift');
  for (const { file, labels, readAs, leftOut = [], asked } of rows) {
    await test.step(file, async () => {
      await app.drop([join(cases, file)]);
      if (readAs) {
        const use = page.getByRole('button', { name: 'Use these names' });
        await expect(use).toBeVisible();
        for (const name of readAs) await expect(page.locator('.note strong')).toContainText(name);
        for (const name of Object.keys(labels)) await app.expectNoLabel(name);
        await use.click();
      }
      for (const [label, count] of Object.entries(labels)) await app.expectLabel(label, count);
      for (const [reason, ...paths] of leftOut) {
        await page.locator('.left-out summary').filter({ hasText: reason }).click();
        for (const path of paths) await expect(page.getByText(path, { exact: true })).toBeVisible();
      }
      await expect(page.locator('.left-out > li')).toHaveCount(leftOut.length);
      if (asked) {
        await expect(page.getByText(asked.question).first()).toBeVisible();
        if (asked.answer) await page.getByRole('button', { name: asked.answer, exact: true }).click();
      }
      const total = Object.values(labels).reduce((sum, count) => sum + count, 0);
      await app.protectAll(total);
      expect(await savedLabels(app)).toEqual(labels);
      await removeAll(page, app);
    });
  }
}

test('what others get wrong in zips and folders comes out right, to the last photo', async ({ app }) => {
  await expectRight(
    app,
    rows.filter(({ long }) => !long),
  );
});

test('and so do the others of each kind', { tag: '@long' }, async ({ app }) => {
  await expectRight(
    app,
    rows.filter(({ long }) => long),
  );
});

test('every zip among the cases has its row', () => {
  const zips = readdirSync(cases).filter(name => name.endsWith('.zip'));
  expect(
    rows
      .map(({ file }) => file)
      .filter(name => name.endsWith('.zip'))
      .sort(),
  ).toEqual(zips.sort());
});

test('another way to read the names is shown before it is used', async ({ app, page }) => {
  await app.drop([join(cases, 'gbk_windows_zh.zip')]);
  const read = page.locator('.note strong');
  await expect(read).toContainText('小猫');
  const ways = page.getByLabel('Read the names as');
  const another = ways.locator('option', { hasText: /^Western European \(DOS\)/ });
  await ways.selectOption((await another.getAttribute('value')) ?? '');
  await expect(read).toContainText('ðí├¿');
  await page.getByRole('button', { name: 'Use these names' }).click();
  await app.expectLabel('ðí├¿', 1);
});

test('a question is answered by keyboard alone, and one that is left goes with Start over', async ({
  app,
  page,
}) => {
  await app.drop([join(cases, 'same_photo_two_labels.zip')]);
  const only = page.getByRole('button', { name: 'Only “Tom”' });
  await only.focus();
  await page.keyboard.press('Enter');
  await expect(only).toHaveCount(0);
  await app.expectLabel('Tom', 2);
  await app.expectLabel('Mia', 0);
  await app.drop([join(cases, 'sjis_windows_ja.zip')]);
  await expect(page.getByRole('button', { name: 'Use these names' })).toBeVisible();
  await app.startOver();
  await expect(page.getByRole('button', { name: 'Use these names' })).toHaveCount(0);
  // What comes next is not held up by it.
  await app.drop([join(cases, 'nested_years')]);
  await app.expectLabel('Mia', 1);
});
