import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestInfo } from '@playwright/test';
import sharp from 'sharp';
import { drawPicture, toPng } from '../fixtures/pictures.ts';
import { expect, test } from './app.ts';
import { greatestDifference, readReceipt, unpack } from './archive.ts';

/** The same folder through the app and through `keyveil protect`. */

const key = 'one key for then and now of 83 humming otters';
const bin = fileURLToPath(new URL('../../cli/keyveil.mjs', import.meta.url));

async function laySet(info: TestInfo): Promise<string> {
  const folder = info.outputPath('set');
  const png = (seed: number, width: number, height: number) => toPng(drawPicture(width, height, seed));
  const clear = await sharp(png(5, 90, 70))
    .ensureAlpha(0.6)
    .png()
    .toBuffer();
  const files: Record<string, Uint8Array> = {
    'cats/small.png': png(1, 32, 32),
    'cats/large.png': png(2, 640, 480),
    'cats/tall.png': png(3, 33, 301),
    'dogs/clear.png': clear,
    'dogs/grey.png': await sharp(png(6, 80, 80))
      .greyscale()
      .png()
      .toBuffer(),
    'dogs/palette.png': await sharp(png(7, 80, 80))
      .png({ palette: true })
      .toBuffer(),
    'dogs/turned.png': await sharp(png(8, 80, 50))
      .withMetadata({ orientation: 6 })
      .png()
      .toBuffer(),
    'ants/photo.jpg': await sharp(png(9, 400, 300))
      .jpeg({ quality: 95 })
      .toBuffer(),
    'ants/turned.jpg': await sharp(png(10, 400, 300))
      .withMetadata({ orientation: 8 })
      .jpeg()
      .toBuffer(),
    'ants/web.webp': await sharp(png(11, 120, 90))
      .webp({ lossless: true })
      .toBuffer(),
  };
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

const levels = (file: Uint8Array) => sharp(file).ensureAlpha().raw().toBuffer();

/** dB */
function likeness(a: Uint8Array, b: Uint8Array): number {
  let sum = 0;
  for (const [at, level] of a.entries()) sum += (level - (b[at] ?? 0)) ** 2;
  return 10 * Math.log10((255 * 255 * a.length) / sum);
}

test('a folder comes out of the command line as it comes out of the page', async ({ app }, info) => {
  const folder = await laySet(info);
  await app.open();
  await app.giveKey(key, 'holiday');
  await app.addFolder.setInputFiles(folder);
  await app.protectAll(10);
  const page = await unpack((await app.save(app.downloadZip)).path);
  const ofPage = readReceipt((await app.save(app.saveReceipt)).path);

  const out = info.outputPath('out');
  const args = ['protect', folder, out, '--dataset=holiday', `--method=${ofPage.method}`];
  const numbers = { strength: ofPage.strength, 'veil-size': ofPage.veilSize, 'cast-level': ofPage.castLevel };
  for (const [name, value] of Object.entries(numbers))
    if (value !== undefined) args.push(`--${name}=${value}`);
  const env = { ...process.env, KEYVEIL_KEY: key };
  const { status, stderr } = spawnSync(process.execPath, [bin, ...args], { env, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const receipt = info.outputPath('out.keyveil.json');
  const ofCommand = readReceipt(receipt);

  const { files: pageFiles, ...pageHead } = ofPage;
  const { files: commandFiles, ...commandHead } = ofCommand;
  expect(commandHead).toEqual(pageHead);
  const facts = ({ path, sourceSha256, label, width, height }: (typeof pageFiles)[number]) =>
    JSON.stringify({ path, sourceSha256, label, width, height });
  expect(commandFiles.map(facts).sort()).toEqual(pageFiles.map(facts).sort());

  for (const [path, content] of page) {
    const own = readFileSync(join(out, path));
    const [one, two] = [await levels(content), await levels(own)];
    if (path.endsWith('.png')) expect(greatestDifference(one, two), path).toBeLessThanOrEqual(1);
    else expect(likeness(one, two), path).toBeGreaterThan(38);
  }

  // The page goes on with what the command line protected.
  await app.startOver();
  const chooser = app.page.waitForEvent('filechooser');
  await app.page.getByRole('button', { name: 'Open a receipt' }).click();
  await (await chooser).setFiles(receipt);
  await expect(app.page.getByText('10 photos in 3 labels are protected already.')).toBeVisible();
});
