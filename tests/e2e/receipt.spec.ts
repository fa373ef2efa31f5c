import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, TestInfo } from '@playwright/test';
import { LabelFilters } from '../../src/core/filter/labelFilters.ts';
import { deriveMasterKey, keyCheck } from '../../src/core/key/key.ts';
import { commitment, receiptText } from '../../src/core/receipt.ts';
import { veilPresets } from '../../src/core/settings.ts';
import { library } from '../fixtures/library.ts';
import { drawPicture, toPng } from '../fixtures/pictures.ts';

import { type App, expect, sharedTest as test } from './app.ts';
import { greatestDifference, pixelsOf, readFilters, readReceipt, referenceOf, unpack } from './archive.ts';
import { expectReference, protectSmall } from './small.ts';

interface Saved {
  readonly zip: string;
  readonly receipt: string;
  readonly filters: string;
}

const key = 'one key for then and now of 83 humming otters';

/** Protects the folder `small` and takes everything away, under the names that people get. */
async function firstVisit(app: App, info: TestInfo): Promise<Saved> {
  await app.giveKey(key, 'holiday');
  await app.addFolder.setInputFiles(library.small);
  await app.protectAll(12);
  const keep = async (button: typeof app.downloadZip, name: string) => {
    const path = info.outputPath(name);
    copyFileSync((await app.save(button)).path, path);
    return path;
  };
  return {
    zip: await keep(app.downloadZip, 'holiday.zip'),
    receipt: await keep(app.saveReceipt, 'holiday.keyveil.json'),
    filters: await keep(app.saveFilters, 'holiday.filters.json'),
  };
}

/** Old photos, two new ones (one of them named like an old one), and a photo that was protected then. */
async function oldAndNew(saved: Saved, info: TestInfo): Promise<string> {
  const folder = info.outputPath('more');
  cpSync(join(library.small, 'cats'), join(folder, 'cats'), { recursive: true });
  mkdirSync(join(folder, 'later', 'cats'), { recursive: true });
  writeFileSync(join(folder, 'later', 'cats', 'cats-0.png'), toPng(drawPicture(80, 60, 901)));
  mkdirSync(join(folder, 'ants'));
  writeFileSync(join(folder, 'ants', 'new.png'), toPng(drawPicture(70, 90, 902)));
  mkdirSync(join(folder, 'uploaded'));
  const protectedPhoto = (await unpack(saved.zip)).get('dogs/dogs-0.png');
  writeFileSync(join(folder, 'uploaded', 'again.png'), protectedPhoto ?? '');
  return folder;
}

const receiptInput = (page: Page) => page.locator('input[type=file]').and(page.getByLabel('Open a receipt'));

test('more photos later: the receipt, its key, and the new photos beside the old', async ({ app }, info) => {
  const saved = await firstVisit(app, info);
  await app.startOver();

  const chooser = app.page.waitForEvent('filechooser');
  await app.page.getByRole('button', { name: 'Open a receipt' }).click();
  await (await chooser).setFiles(saved.receipt);
  await expect(app.page.getByText('12 photos in 3 labels are protected already.')).toBeVisible();
  await app.withMore(() => expect(app.dataset).toHaveValue('holiday'));
  await app.withMore(() => expect(app.method).toBeDisabled());
  await app.addFolder.setInputFiles(await oldAndNew(saved, info));
  await expect(
    app.page.getByText('protected already: one of the photos that the receipt lists'),
  ).toBeVisible();

  await app.key.fill('another key of 83 humming otters');
  await expect(
    app.page.getByText('This is another key than the one the receipt was made with').first(),
  ).toBeVisible();
  await expect(app.protect).toHaveAttribute('aria-disabled', 'true');
  await app.key.fill(key);
  await expect(app.page.getByText('The key is the right one.').first()).toBeVisible();
  await expect(app.status).toHaveText(/4 of 6 photos protected$/);
  await app.protectAll(6);

  const photos = await unpack((await app.save(app.downloadZip)).path);
  expect([...photos.keys()].sort()).toEqual(['ants/new.png', 'cats/cats-0 (2).png']);
  // The filter of an old label is the old one, to the pixel.
  const after = pixelsOf(photos.get('cats/cats-0 (2).png') ?? new Uint8Array());
  const before = pixelsOf(toPng(drawPicture(80, 60, 901)));
  const wanted = referenceOf(readFilters(saved.filters), 'cats', before);
  expect(greatestDifference(after.data, wanted)).toBeLessThanOrEqual(1);

  const first = readReceipt(saved.receipt);
  const second = readReceipt((await app.save(app.saveReceipt)).path);
  expect(second.files.slice(0, 12)).toEqual(first.files);
  expect(
    second.files
      .slice(12)
      .map(file => file.path)
      .sort(),
  ).toEqual(['ants/new.png', 'cats/cats-0 (2).png']);
  expect(second.labels).toEqual([...first.labels, 'ants']);
  expect(second.keyCheck).toBe(first.keyCheck);
});

test('a receipt of version 1 brings the veil of 2026 back, which nothing else offers', async ({
  app,
}, info) => {
  const receipt = info.outputPath('old.keyveil.json');
  writeFileSync(receipt, await receiptOfVersion1());
  const method = app.method.getByRole('option');
  await app.withMore(() => expect(method).toHaveText(['For photos', 'CUDA, as in the paper']));
  await receiptInput(app.page).setInputFiles(receipt);
  await app.withMore(async () => {
    await expect(app.method).toHaveValue('veil');
    await expect(method).toHaveText(['For photos', 'CUDA, as in the paper', 'Veil (2026)']);
  });
  await app.key.fill(key);
  await expect(app.page.getByText('The key is the right one.').first()).toBeVisible();
  const photos = await protectSmall(app);
  const saved = readFilters((await app.save(app.saveFilters)).path);
  expect(saved.settings).toMatchObject({ version: 1, method: 'veil', veilSize: 160, strength: 0.3 });
  expectReference(photos, saved);
});

/** As an app of 2026 wrote it, before it protected anything. */
async function receiptOfVersion1(): Promise<string> {
  const labels = ['boats', 'cats', 'dogs'];
  const master = await deriveMasterKey(key, 'old');
  const imprints = await new LabelFilters(master).imprints(labels, veilPresets.standard);
  const named = imprints.map((imprint, at) => ({ label: labels[at] ?? '', ...imprint }));
  return receiptText({
    dataset: 'old',
    keyCheck: await keyCheck(master),
    commitment: await commitment(named),
    settings: veilPresets.standard,
    labels,
    files: [],
  });
}

test(
  'a receipt dropped with photos is opened first; closing it lets go of the settings',
  { tag: '@long' },
  async ({ app }, info) => {
    const saved = await firstVisit(app, info);
    await app.startOver();
    await app.drop([saved.receipt, library.small]);
    await expect(app.status).toHaveText(/12 of 12 photos protected$/);
    await app.key.fill(key);
    await app.expectUpToDate();
    await app.page.getByRole('button', { name: 'Close the receipt' }).click();
    await app.withMore(() => expect(app.method).toBeEnabled());
    await expect(app.status).toHaveText(/0 of 12 photos protected$/);
  },
);

test(
  'a receipt that was changed, and a file that is none, are refused in words',
  { tag: '@long' },
  async ({ app }, info) => {
    const saved = await firstVisit(app, info);
    await app.startOver();
    const none = info.outputPath('none.json');
    writeFileSync(none, '{"hello":"world"}');
    await receiptInput(app.page).setInputFiles(none);
    await expect(app.page.getByText('“none.json” is no receipt of Keyveil.').first()).toBeVisible();

    const changed = info.outputPath('changed.keyveil.json');
    writeFileSync(
      changed,
      readFileSync(saved.receipt, 'utf8').replace('"strength": 0.2', '"strength": 0.25'),
    );
    await receiptInput(app.page).setInputFiles(changed);
    await app.key.fill(key);
    await expect(app.page.getByText('the receipt was changed after it was made').first()).toBeVisible();
  },
);

test.describe('an archive checked against its receipt', () => {
  const open = async (app: App, receipt: string) => {
    await app.menu('Check an archive');
    const dialog = app.page.getByRole('dialog', { name: 'Check an archive' });
    await dialog.locator('input[aria-label="Choose the receipt"]').setInputFiles(receipt);
    return dialog;
  };

  test('is whole, as a zip and as a folder; or what is wrong with it is listed', async ({ app }, info) => {
    const saved = await firstVisit(app, info);
    let dialog = await open(app, saved.receipt);
    await dialog.locator('input[aria-label="Choose zips"]').setInputFiles(saved.zip);
    await dialog.getByRole('button', { name: 'Check', exact: true }).click();
    await expect(dialog.getByText('All 12 photos are exactly as they were.').first()).toBeVisible();
    await dialog.getByRole('button', { name: 'Done' }).click();

    const folder = info.outputPath('unpacked');
    for (const [path, bytes] of await unpack(saved.zip)) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      if (path !== 'boats/boats-0.png') writeFileSync(join(folder, path), bytes);
    }
    writeFileSync(join(folder, 'cats', 'cats-1.png'), 'edited');
    writeFileSync(join(folder, 'cats', 'stranger.png'), 'never seen');
    dialog = await open(app, saved.receipt);
    await dialog.locator('input[aria-label="Choose a folder"]').setInputFiles(folder);
    await dialog.getByRole('button', { name: 'Check', exact: true }).click();
    await expect(dialog.getByText('10 of 12 photos are as they were.').first()).toBeVisible();
    for (const [summary, path] of [
      ['1 changed', 'cats/cats-1.png'],
      ['1 missing', 'boats/boats-0.png'],
      ['1 not in the receipt', 'unpacked/cats/stranger.png'],
    ] as const) {
      await dialog.locator('summary', { hasText: summary }).click();
      await expect(dialog.getByText(path)).toBeVisible();
    }
  });

  test(
    'of another dataset, a damaged zip and a file that is no receipt are named',
    { tag: '@long' },
    async ({ app }, info) => {
      const saved = await firstVisit(app, info);
      let dialog = await open(app, saved.zip);
      await dialog.locator('input[aria-label="Choose zips"]').setInputFiles(library.zip);
      await dialog.getByRole('button', { name: 'Check', exact: true }).click();
      await expect(dialog.getByText('This is no receipt of Keyveil.')).toBeVisible();
      await dialog.getByRole('button', { name: 'Cancel' }).click();

      const other = info.outputPath('other');
      mkdirSync(join(other, 'bees'), { recursive: true });
      writeFileSync(join(other, 'bees', 'a.png'), 'a bee');
      writeFileSync(join(other, 'cut.zip'), readFileSync(saved.zip).subarray(0, -30));
      dialog = await open(app, saved.receipt);
      await dialog.locator('input[aria-label="Choose a folder"]').setInputFiles(other);
      await dialog.getByRole('button', { name: 'Check', exact: true }).click();
      await expect(dialog.getByRole('alert')).toContainText(
        'None of the photos that this receipt lists is in it.',
      );
      await dialog.getByText('1 zip cannot be opened').click();
      await expect(dialog.getByText('other/cut.zip')).toBeVisible();
    },
  );
});

test.describe('saving to a folder', () => {
  /** In place of a picker, which no program can press: a folder of the browser's own storage. */
  const pickerStub = () => {
    Object.defineProperty(globalThis, 'showDirectoryPicker', {
      configurable: true,
      value: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('picked', { create: true }),
    });
  };
  const listing = (page: Page) =>
    page.evaluate(async () => {
      const found: Record<string, number> = {};
      const walk = async (folder: FileSystemDirectoryHandle, path: string) => {
        for await (const [name, handle] of folder.entries()) {
          if (handle instanceof FileSystemDirectoryHandle) await walk(handle, `${path}${name}/`);
          else if (handle instanceof FileSystemFileHandle) found[path + name] = (await handle.getFile()).size;
        }
      };
      const root = await navigator.storage.getDirectory();
      await walk(await root.getDirectoryHandle('picked', { create: true }), '');
      return found;
    });

  test('has the layout of the zip, and never writes over anything', async ({ app }) => {
    await app.page.addInitScript(pickerStub);
    await app.open();
    await app.giveKey(key, 'holiday');
    await app.addFolder.setInputFiles(library.small);
    await app.protectAll(12);
    const zip = await unpack((await app.save(app.downloadZip)).path);
    const wanted = Object.fromEntries([...zip].map(([path, bytes]) => [path, bytes.length]));

    const button = app.page.getByRole('button', { name: 'Save to a folder' });
    await button.click();
    await expect(app.page.getByText('Saved picked').first()).toBeAttached();
    expect(await listing(app.page)).toEqual(wanted);

    await button.click();
    await expect(app.page.getByText('Saved holiday').first()).toBeAttached();
    const inside = Object.fromEntries(
      Object.entries(wanted).map(([path, size]) => [`holiday/${path}`, size]),
    );
    expect(await listing(app.page)).toEqual({ ...wanted, ...inside });
  });

  test('is not offered where the browser cannot', { tag: '@long' }, async ({ app }) => {
    await app.page.addInitScript(() => Reflect.deleteProperty(globalThis, 'showDirectoryPicker'));
    await app.open();
    await app.giveKey(key);
    await app.addFolder.setInputFiles(library.small);
    await app.protectAll(12);
    await expect(app.downloadZip).toBeVisible();
    await expect(app.page.getByRole('button', { name: 'Save to a folder' })).toHaveCount(0);
  });
});

test('too little room is said before the run, and a full disk ends it in a word', { tag: '@long' }, async ({
  app,
  baseURL,
}) => {
  // Chromium names 10 GiB to every page; only the real limit, below, is the test's own.
  await app.page.addInitScript(() => {
    navigator.storage.estimate = async () => ({ usage: 0, quota: 4_000_000 });
  });
  await app.open();
  const session = await app.page.context().newCDPSession(app.page);
  // Room for a few photos of the twenty-four.
  await session.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(baseURL ?? '').origin,
    quotaSize: 1_500_000,
  });
  await app.giveKey(key);
  await app.addFolder.setInputFiles(library.many);
  await expect(app.protect).toBeEnabled();
  await app.protect.click();
  await expect(app.page.getByText('There may not be enough room.').first()).toBeVisible();
  await expect(app.page.getByText(/are missing\./).first()).toBeVisible();
  await expect(app.status).toHaveText(/0 of 24 photos protected$/);

  await app.page.getByRole('button', { name: 'Protect anyway' }).click();
  await expect(app.page.getByText('The disk is full, so the run has stopped.').first()).toBeVisible();
  const status = (await app.status.textContent()) ?? '';
  const [, done = '', , failed = '0'] =
    /(\d+) of (\d+) photos protected(?:, (\d+) failed)?$/.exec(status) ?? [];
  expect(Number(done)).toBeGreaterThan(0);
  expect(Number(failed)).toBeGreaterThan(0);
  // They wait, rather than fail one by one.
  expect(Number(done) + Number(failed)).toBeLessThan(24);

  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(baseURL ?? '').origin });
  await app.page
    .getByRole('button', { name: /^Try (?:all )?again/ })
    .first()
    .click();
  await expect(app.status).toHaveText(/photos protected$/);
  await expect(app.progress).toBeHidden();
  await app.protect.click();
  await app.page.getByRole('button', { name: 'Protect anyway' }).click();
  await app.expectEnd(24);
});
