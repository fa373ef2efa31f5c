import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawPicture, toPng } from '../fixtures/pictures.ts';

import { expect, samePageTest as test } from './app.ts';
import { greatestDifference, pixelsOf, readFilters, referenceOf, unpack } from './archive.ts';

test('photos of one size, several in hand at once, each come out as themselves', async ({ app }, info) => {
  // Workers draw photos of one size on one canvas in turn; the first ones all wait for the same preparations.
  const folder = info.outputPath('twins');
  mkdirSync(folder, { recursive: true });
  const names = Array.from({ length: 16 }, (_, i) => `twin-${String(i).padStart(2, '0')}.png`);
  for (const [i, name] of names.entries())
    writeFileSync(join(folder, name), toPng(drawPicture(40, 32, 400 + i)));

  await app.giveKey('a key of 83 humming otters');
  await app.addFolder.setInputFiles(folder);
  await app.protectAll(names.length);
  const photos = await unpack((await app.save(app.downloadZip)).path);
  const saved = readFilters((await app.save(app.saveFilters)).path);
  for (const name of names) {
    const expected = referenceOf(saved, 'twins', pixelsOf(readFileSync(join(folder, name))));
    const found = pixelsOf(photos.get(`twins/${name}`) ?? new Uint8Array());
    expect(greatestDifference(found.data, expected), name).toBeLessThanOrEqual(1);
  }
});
