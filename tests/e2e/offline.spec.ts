import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { notKept } from '../../src/build/offlinePlugin.ts';
import { securityHeaders } from '../../src/securityHeaders.ts';
import { library } from '../fixtures/library.ts';
import { onnxModel } from '../fixtures/onnxModel.ts';
import { drawPicture, toPng } from '../fixtures/pictures.ts';
import { examine, readReceipt, unpack } from './archive.ts';
import { expect, expectOffline, filesIn, mixedPhotos, publishAnother, test } from './ownHost.ts';

const ready = /works without a network: all of its files are in this browser/;

/** Every file of the build is kept, as it was built, and carries the security headers. */
async function expectAllKept(page: Page, folder: string): Promise<void> {
  const kept = await page.evaluate(async () => {
    const cache = await caches.open(`keyveil ${new URL('./', location.href)}`);
    return Promise.all(
      (await cache.keys()).map(async request => {
        const response = await cache.match(request);
        const bytes = await response?.arrayBuffer();
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes ?? new ArrayBuffer()));
        return {
          path: new URL(request.url).pathname.slice(1) || 'index.html',
          sha256: Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join(''),
          headers: [...(response?.headers ?? [])],
        };
      }),
    );
  });
  const exceptions = new Set(notKept);
  const wanted = filesIn(folder).filter(path => !exceptions.has(path));
  expect(kept.map(file => file.path).sort()).toEqual([...wanted].sort());
  for (const { path, sha256, headers } of kept) {
    const bytes = readFileSync(join(folder, path));
    expect([path, sha256]).toEqual([path, createHash('sha256').update(bytes).digest('hex')]);
    expect(headers).toEqual(
      expect.arrayContaining(
        Object.entries(securityHeaders).map(([name, value]) => [name.toLowerCase(), value]),
      ),
    );
  }
}

test('with the network cut: the page opens, photos and HEIC in, a zip and its receipt out; every file is here', async ({
  app,
  page,
  context,
  host,
}, info) => {
  await expectOffline(app, ready);
  await test.step('byte for byte, with our headers where the host sends none', () =>
    expectAllKept(page, host.folder));
  await host.close();
  await context.setOffline(true);

  // On the same visit, with parts that were never fetched until now.
  await app.giveKey('a key that nobody hears of of 83 humming otters', 'offline');
  await app.drop([mixedPhotos(info.outputPath())]);
  await app.protectAll(3);
  expect((await unpack((await app.save(app.downloadZip)).path)).size).toBe(3);

  page.on('dialog', dialog => void dialog.accept());
  await page.reload();
  await app.ready();
  await app.giveKey('a key that nobody hears of of 83 humming otters', 'offline');
  await app.drop([info.outputPath('mixed')]);
  await app.addFolder.setInputFiles(library.small);
  await app.protectAll(15);
  const { path } = await app.save(app.downloadZip);
  expect(examine(path).unzip ?? 0).toBe(0);
  const made = await unpack(path);
  const { files } = readReceipt((await app.save(app.saveReceipt)).path);
  expect(files.map(file => file.path).sort()).toEqual([...made.keys()].sort());
  for (const file of files) {
    const sha256 = createHash('sha256')
      .update(made.get(file.path) ?? '')
      .digest('hex');
    expect([file.path, sha256]).toEqual([file.path, file.sha256]);
  }

  // What is opened seldom is there as well.
  await page.getByRole('tab', { name: 'Prove' }).click();
  await expect(page.getByRole('tabpanel', { name: 'Prove' }).getByRole('heading').first()).toBeVisible();
  await page.getByRole('tab', { name: 'Trace' }).click();
  await expect(page.getByRole('tabpanel', { name: 'Trace' }).getByRole('heading').first()).toBeVisible();
  await expectOffline(app, ready);
});

test(
  'with the network cut: a model is trained under Prove, and one of ONNX opened under Trace',
  {
    tag: '@long',
  },
  async ({ app, page, context, host }, info) => {
    test.slow();
    for (const [label, seed] of [
      ['dark', 1],
      ['light', 100],
    ] as const) {
      mkdirSync(info.outputPath('set', label), { recursive: true });
      for (let i = 0; i < 16; i++)
        writeFileSync(info.outputPath('set', label, `${i}.png`), toPng(drawPicture(36, 36, seed + i)));
    }
    await expectOffline(app, ready);
    await host.close();
    await context.setOffline(true);

    await app.giveKey('a key that nobody hears of of 83 humming otters', 'offline');
    await page.getByRole('tab', { name: 'Prove', exact: true }).click();
    await page.getByText('Training lab', { exact: true }).click();
    // Until then the check's own input of that name is still on the page, and on its way off it.
    await expect(page.getByRole('heading', { name: 'Train a model on your own photos' })).toBeVisible();
    await expect(page.getByText('There is nothing to train on yet')).toBeVisible();
    await page.getByLabel('Folder to check').setInputFiles(info.outputPath('set'));
    await page.getByText('More settings').click();
    await page.getByLabel('Epochs', { exact: true }).fill('1');
    await page.getByRole('button', { name: 'Train now' }).click();
    await expect(page.locator('.lab-run').filter({ hasText: /Right on \d+\s% of clean photos/ })).toHaveCount(
      2,
      {
        timeout: 120_000,
      },
    );

    await page.getByRole('tab', { name: 'Trace', exact: true }).click();
    await page.locator('.wing-views').getByText('Test a model', { exact: true }).click();
    const rows = [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ];
    await page.getByLabel('Model to ask', { exact: true }).setInputFiles({
      name: 'net.onnx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(onnxModel(32, rows)),
    });
    await expect(page.getByText('“net.onnx”, ONNX.')).toBeVisible();
  },
);

test.describe('a new version', () => {
  test.use({ copied: true });

  test('is offered and never forced, keeps out of the way of a run, and takes over when asked', {
    tag: '@long',
  }, async ({ app, page, host }) => {
    const mark = () => page.locator('html').getAttribute('data-build');
    const offer = page.getByRole('region', { name: 'A new version is ready' });
    await expectOffline(app, ready);
    publishAnother(host.folder, 'second');
    await page.reload();
    await app.ready();
    expect(await mark()).toBeNull();
    await expect(offer).toBeVisible({ timeout: 60_000 });

    await app.giveKey('a key for two versions of 83 humming otters');
    await app.addFolder.setInputFiles(library.many);
    await expect(app.protect).toBeEnabled();
    await app.protect.click();
    await expect(app.progress).toBeVisible();
    await expect(offer).toBeHidden();
    await app.cancel.click();
    await expect(app.progress).toBeHidden();
    await expect(offer).toBeVisible();
    await expect(offer).toContainText('the key is not: you type it again');

    await offer.getByRole('button', { name: 'Later' }).click();
    await expect(offer).toBeHidden();
    page.on('dialog', dialog => void dialog.accept());
    await page.reload();
    await app.ready();
    expect(await mark()).toBeNull();

    await expect(offer).toBeVisible({ timeout: 60_000 });
    await offer.getByRole('button', { name: 'Reload' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-build', 'second');
    await app.ready();
    await expect(offer).toBeHidden();
    await page.getByRole('button', { name: 'Go on', exact: true }).click();
    await expect(app.grid.getByRole('option').first()).toBeVisible();
    await expect(app.key).toHaveValue('');
    // What the first version left is swept away, and only that.
    const paths = () =>
      page.evaluate(async () => {
        const keys = await (await caches.open(`keyveil ${new URL('./', location.href)}`)).keys();
        return keys.map(({ url }) => new URL(url).pathname);
      });
    await expect.poll(async () => (await paths()).filter(path => path === '/').length).toBe(1);
    expect((await paths()).length).toBeGreaterThan(60);
  });

  test('that is not what was built is not taken', { tag: '@long' }, async ({ app, page, host }) => {
    await expectOffline(app, ready);
    publishAnother(host.folder, 'second');
    appendFileSync(join(host.folder, 'index.html'), '<!-- and a word of the host’s -->');
    const end = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
      const worker = registration?.installing ?? registration?.waiting;
      if (!worker) throw new Error('nothing new was found');
      return new Promise(resolve => {
        const tell = () => worker.state !== 'installing' && resolve(worker.state);
        worker.addEventListener('statechange', tell);
        tell();
      });
    });
    expect(end).toBe('redundant');
    await page.reload();
    await app.ready();
    await expectOffline(app, ready);
  });
});

test.describe('what cannot be', () => {
  test.use({ copied: true });

  test('a host with other files than the build’s is told of', { tag: '@long' }, async ({ app, host }) => {
    appendFileSync(join(host.folder, 'icon.svg'), '<!-- changed -->');
    await expectOffline(app, /could not be fetched, or were not the right ones/);
  });
});

test('a browser that saves data is asked first', { tag: '@long' }, async ({ page, app }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  await page.reload();
  await app.ready();
  await expectOffline(app, /set to save data/);
  expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);
  await app.menu('Preferences');
  await page.getByRole('button', { name: 'Fetch all now' }).click();
  await expect(page.getByText(ready)).toBeVisible({ timeout: 60_000 });
});
