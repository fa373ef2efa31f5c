import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import type { Page, Worker } from '@playwright/test';
import { crc32 } from '../../src/core/picture/crc32.ts';
import { library } from '../fixtures/library.ts';
import { brokenPng, drawPicture, toPng } from '../fixtures/pictures.ts';
import { tinyFiles } from '../fixtures/tinyFiles.ts';
import { expect, sharedTest as test } from './app.ts';
import { unpack } from './archive.ts';

/** The workers that protect photos now. All are started from blobs, so their names tell them apart. */
async function photoWorkers(page: Page): Promise<readonly Worker[]> {
  const workers = page.workers();
  const names = await Promise.all(workers.map(worker => worker.evaluate(() => self.name)));
  return workers.filter((_, i) => names[i]?.startsWith('keyveil-worker-'));
}

test('a worker that dies in the middle is replaced at once, and every photo comes out', {
  tag: '@long',
}, async ({ app, page }) => {
  await app.chooseEngine('CPU');
  await app.giveKey('a key of 83 humming otters');
  await app.addFolder.setInputFiles(library.many);
  await expect(app.protect).toBeEnabled();
  await app.protect.click();
  await expect(app.progress).toHaveAttribute('aria-valuenow', /^[1-9]/);
  const victim = (await photoWorkers(page))[0];
  if (victim === undefined) throw new Error('no worker is at work');
  // It ends like one that crashed: no event, no answer to what it had in hand.
  const closed = new Promise(resolve => victim.once('close', resolve));
  await victim.evaluate(() => self.close()).catch(() => {});
  await closed;
  await app.expectEnd(24);
  const photos = await unpack((await app.save(app.downloadZip)).path);
  expect(photos.size).toBe(24);
  expect(new Set([...photos.values()].map(bytes => bytes.length)).size).toBe(1);
});

test(
  'a decoder that never returns is ended; its photo is named, and the rest go on',
  { tag: '@long' },
  async ({ app, page }, info) => {
    const folder = info.outputPath('hanging');
    mkdirSync(join(folder, 'cats'), { recursive: true });
    for (let i = 0; i < 4; i++) {
      writeFileSync(join(folder, 'cats', `${i}.png`), toPng(drawPicture(60 + i, 40, i)));
    }
    // Large enough for the decoder of photos; small pictures have a quicker one.
    const evil = toPng(drawPicture(610, 570, 9));
    writeFileSync(join(folder, 'cats', 'evil.png'), evil);
    // In every worker, also in those that replace one.
    const hang = `{
    const real = self.createImageBitmap.bind(self);
    self.createImageBitmap = (source, ...rest) =>
      source instanceof Blob && source.size === ${evil.length} ? new Promise(() => {}) : real(source, ...rest);
  }`;
    await page.route(/photo\.worker/, async route => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${await response.text()}\n${hang}` });
    });
    await page.clock.install();
    await app.open();
    await app.chooseEngine('CPU');
    await app.giveKey('a key of 83 humming otters');
    await app.addFolder.setInputFiles(folder);
    await expect(app.protect).toBeEnabled();
    await app.protect.click();
    await expect(app.progress).toHaveAttribute('aria-valuenow', '4');
    // The person waits for the time limit, and for that of the second try.
    const end = /4 of 5 photos protected, 1 failed$/;
    await expect(async () => {
      await page.clock.runFor(35_000);
      await expect(app.status).toHaveText(end, { timeout: 3000 });
    }).toPass({ timeout: 60_000 });
    await expect(
      page.getByText('Working on it stopped unexpectedly, twice.', { exact: false }).first(),
    ).toBeVisible();
    await expect(page.getByText('evil.png').first()).toBeVisible();
    const photos = await unpack((await app.save(app.downloadZip)).path);
    expect([...photos.keys()].sort()).toEqual([0, 1, 2, 3].map(i => `cats/${i}.png`));
  },
);

test('pictures that hold nothing, or too much, are named before they take the memory', async ({
  app,
  page,
}, info) => {
  const folder = info.outputPath('nothing');
  mkdirSync(join(folder, 'mixed'), { recursive: true });
  const put = (name: string, bytes: Uint8Array) => writeFileSync(join(folder, 'mixed', name), bytes);
  put('good.png', toPng(drawPicture(80, 60, 1)));
  put('damaged.png', brokenPng(80, 60));
  put('no-pixels.png', png(80, 60, new Uint8Array()));
  const jpeg = tinyFiles.jpeg();
  // Its size can be read, and nothing after it.
  put('cut.jpg', jpeg.subarray(0, Buffer.from(jpeg).indexOf('ffc0', 'hex') + 24));
  const bomb = png(50_000, 50_000, new Uint8Array(60_000_000));
  expect(bomb.length).toBeLessThan(61_000);
  put('bomb.png', bomb);
  await app.giveKey('a key of 83 humming otters');
  await app.addFolder.setInputFiles(folder);
  const from = Date.now();
  // Refused by its header, before it is even taken in.
  await expect(page.getByText(/more than 120 megapixels/).first()).toBeVisible();
  await expect(app.protect).toBeEnabled();
  await app.protect.click();
  await expect(app.status).toHaveText(/1 of 4 photos protected, 3 failed$/);
  // Far less than 10 GB of pixels would take.
  expect(Date.now() - from).toBeLessThan(30_000);
  for (const name of ['damaged.png', 'no-pixels.png', 'cut.jpg']) {
    await expect(page.getByText(name).first()).toBeVisible();
  }
  const photos = await unpack((await app.save(app.downloadZip)).path);
  expect([...photos.keys()]).toEqual(['mixed/good.png']);
});

/** An 8-bit greyscale PNG with these raw bytes as its data, whatever its size would need. */
function png(width: number, height: number, raw: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  const data = raw.length === 0 ? raw : deflateSync(raw);
  return Uint8Array.from([
    ...signature,
    ...chunk('IHDR', header),
    ...chunk('IDAT', data),
    ...chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(name: string, content: Uint8Array): Uint8Array {
  const out = Buffer.alloc(content.length + 12);
  out.writeUInt32BE(content.length, 0);
  out.write(name, 4, 'latin1');
  out.set(content, 8);
  out.writeUInt32BE(crc32(out.subarray(4, content.length + 8)), content.length + 8);
  return out;
}
