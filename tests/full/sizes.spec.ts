import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describePhoto } from '../../src/codec/describe/describePhoto.ts';
import { type App, expect, test } from '../e2e/app.ts';
import { greatestDifference, pixelsOf, readFilters, referenceOf, unpack } from '../e2e/archive.ts';
import { drawPicture, toPng } from '../fixtures/pictures.ts';

const methods = ['For photos', 'CUDA, as in the paper'] as const;

async function protectOne(app: App, folder: string, method: string, name: string): Promise<Uint8Array> {
  await app.chooseEngine('CPU');
  await app.withMore(() => app.method.selectOption({ label: method }));
  await app.giveKey('a key of 83 humming otters');
  await app.addFolder.setInputFiles(folder);
  await expect(app.protect).toBeEnabled();
  await app.protect.click();
  await expect(app.status).toHaveText(/1 of 1 photos protected$/, { timeout: 600_000 });
  const photos = await unpack((await app.save(app.downloadZip)).path);
  const photo = photos.get(`large/${name}`);
  if (photo === undefined) throw new Error(`${name} is not in the archive`);
  return photo;
}

for (const method of methods) {
  test(`a panorama of 30,000 × 500 comes out as a float64 computation has it: ${method}`, async ({
    app,
  }, info) => {
    const folder = join(info.outputPath('panorama'), 'large');
    mkdirSync(folder, { recursive: true });
    const png = toPng(drawPicture(30_000, 500, 5));
    writeFileSync(join(folder, 'panorama.png'), png);
    const after = pixelsOf(await protectOne(app, join(folder, '..'), method, 'panorama.png'));
    const saved = readFilters((await app.save(app.saveFilters)).path);
    const wanted = referenceOf(saved, 'large', pixelsOf(png));
    expect(greatestDifference(after.data, wanted)).toBeLessThanOrEqual(1);
  });

  test(`a photo of 48 megapixels comes out whole: ${method}`, async ({ app, page }, info) => {
    const folder = join(info.outputPath('phone'), 'large');
    mkdirSync(folder, { recursive: true });
    // A camera's JPEG; drawn by the browser, in which the app then runs.
    const base64 = await page.evaluate(async () => {
      const canvas = new OffscreenCanvas(8064, 6048);
      const context = canvas.getContext('2d', { willReadFrequently: true });
      if (context === null) throw new Error('no 2D canvas');
      for (let i = 0; i < 900; i++) {
        context.fillStyle = `hsl(${(i * 47) % 360} 60% ${20 + (i % 60)}%)`;
        context.fillRect((i * 977) % 8064, (i * 613) % 6048, 1400, 800);
      }
      const bytes = new Uint8Array(
        await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 })).arrayBuffer(),
      );
      return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''));
    });
    const jpeg = Buffer.from(base64, 'base64');
    writeFileSync(join(folder, 'phone.jpg'), jpeg);
    const after = await protectOne(app, join(folder, '..'), method, 'phone.jpg');
    const seen = await describePhoto(Uint8Array.from(after));
    expect(seen).toMatchObject({ width: 8064, height: 6048, type: 'image/jpeg' });
    // Something was done to it, everywhere: the bottom right corner is there and differs.
    const corner = (bytes: Uint8Array) =>
      page.evaluate(async text => {
        const file = new Blob([Uint8Array.from(atob(text), char => char.charCodeAt(0))]);
        const bitmap = await createImageBitmap(file, 7464, 5448, 600, 600);
        const context = new OffscreenCanvas(600, 600).getContext('2d', { willReadFrequently: true });
        if (context === null) throw new Error('no 2D canvas');
        context.drawImage(bitmap, 0, 0);
        return Array.from(context.getImageData(0, 0, 600, 600).data);
      }, Buffer.from(bytes).toString('base64'));
    const [one, two] = [await corner(jpeg), await corner(after)];
    const differing = one.filter((level, i) => Math.abs(level - (two[i] ?? 0)) > 2).length;
    expect(differing / one.length).toBeGreaterThan(0.3);
    // No blank band: every row of the corner holds colours.
    expect(two.some((level, i) => i % 4 !== 3 && level > 0)).toBe(true);
  });
}
