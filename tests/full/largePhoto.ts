import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type App, expect } from '../e2e/app.ts';
import { greatestDifference, pixelsOf, readFilters, referenceOf, unpack } from '../e2e/archive.ts';
import { drawPicture, toPng } from '../fixtures/pictures.ts';

/** Protects one photo of 4001 × 3001 pixels in the app and compares every pixel with the reference. */
export async function expectLargeRight(app: App, engine: 'CPU' | 'GPU', folder: string): Promise<void> {
  const png = toPng(drawPicture(4001, 3001, 12));
  mkdirSync(join(folder, 'big'), { recursive: true });
  writeFileSync(join(folder, 'big', 'photo.png'), png);
  await app.chooseEngine(engine);
  await app.giveKey('a key of 83 humming otters');
  await app.addFolder.setInputFiles(folder);
  await app.protect.click();
  await expect(app.status).toHaveText(/1 of 1 photos protected$/, { timeout: 300_000 });
  await expect(app.engine).toHaveText(engine === 'CPU' ? /^CPU/ : /^GPU/);
  const made = await unpack((await app.save(app.downloadZip)).path);
  const after = pixelsOf(made.get('big/photo.png') ?? new Uint8Array());
  const saved = readFilters((await app.save(app.saveFilters)).path);
  const wanted = referenceOf(saved, 'big', pixelsOf(png));
  expect(greatestDifference(after.data, wanted)).toBeLessThanOrEqual(1);
}
