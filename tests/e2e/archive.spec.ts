import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exifBlock } from '../../src/codec/metadata/exif.ts';
import { withJpegSegments } from '../../src/codec/metadata/jpegSegments.ts';
import { readCredit } from '../../src/codec/metadata/read.ts';
import { library } from '../fixtures/library.ts';
import { tellTales } from '../fixtures/metadata.ts';
import { expect, samePageTest as test } from './app.ts';
import { examine, pixelsOf, unpack } from './archive.ts';

test('other programs open the zip: unzip and Python', async ({ app }) => {
  await app.giveKey('a key of 83 humming otters', 'my holiday: 2024');
  await app.addFolder.setInputFiles(library.small);
  await app.protectAll(12);
  const { name, path } = await app.save(app.downloadZip);
  expect(name).toBe('my holiday_ 2024.zip');
  const { unzip, python } = examine(path);
  const expected = [...(await unpack(path)).keys()];
  expect(expected).toHaveLength(12);
  expect(new Set(expected.map(entry => entry.split('/')[0]))).toEqual(new Set(['boats', 'cats', 'dogs']));
  test.skip(unzip === null && python === null, 'neither unzip nor python3 is installed');
  if (unzip !== null) expect(unzip).toBe(0);
  if (python !== null) expect([...python].sort()).toEqual([...expected].sort());
});

test('formats stay what they are, or become the one that was chosen', async ({ app }) => {
  const kinds = (photos: ReadonlyMap<string, Uint8Array>): string[] =>
    [...photos].map(([path, bytes]) => `${path} ${signature(bytes)}`).sort();
  await app.giveKey('a key of 83 humming otters');
  await app.addFolder.setInputFiles(library.formats);
  await app.protectAll(3);
  const same = await unpack((await app.save(app.downloadZip)).path);
  expect(kinds(same)).toEqual(['mixed/a.jpg jpeg', 'mixed/b.png png', 'mixed/c.webp webp']);
  for (const [choice, extension] of [
    ['JPEG', 'jpg'],
    ['PNG', 'png'],
    ['WebP', 'webp'],
  ] as const) {
    await app.withMore(() => app.format.selectOption({ label: choice }));
    await app.protectAnew();
    const photos = await unpack((await app.save(app.downloadZip)).path);
    const kind = choice.toLowerCase();
    expect(kinds(photos)).toEqual(['a', 'b', 'c'].map(stem => `mixed/${stem}.${extension} ${kind}`));
  }
});

function signature(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (start.startsWith('\x89PNG')) return 'png';
  if (start.startsWith('RIFF') && start.endsWith('WEBP')) return 'webp';
  return 'unknown';
}

test('date, author and copyright stay with the photo, unless they are taken out', async ({ app }, info) => {
  const credit = { captured: '2024:05:31 18:04:59', offset: '+02:00', author: 'Mia', copyright: '© Mia' };
  const exif = exifBlock({ optOut: false, rights: '', credit });
  const given = withJpegSegments(Uint8Array.from(readFileSync(library.turned)), {
    exif,
    xmp: null,
    icc: null,
  });
  const photo = info.outputPath('credited.jpg');
  writeFileSync(photo, given);
  await app.giveKey('a key of 83 humming otters');
  await app.addPhotos.setInputFiles(photo);
  await app.page.getByRole('button', { name: 'One label for all' }).click();
  await app.protectAll(1);
  const made = async () => {
    const [bytes] = (await unpack((await app.save(app.downloadZip)).path)).values();
    return Uint8Array.from(bytes ?? []);
  };
  const kept = await made();
  expect(await readCredit(kept, 'image/jpeg')).toEqual(credit);
  for (const trace of tellTales) expect(Buffer.from(kept).toString('latin1')).not.toContain(trace);
  await app.withMore(() => app.page.getByRole('checkbox', { name: 'Keep date and copyright' }).uncheck());
  await app.protectAnew();
  expect(await readCredit(await made(), 'image/jpeg')).toBeNull();
});

test('metadata is gone, and the photo stands upright', async ({ app }) => {
  await app.giveKey('a key of 83 humming otters');
  await app.addFolder.setInputFiles(join(library.turned, '..'));
  await app.protectAll(1);
  const jpeg = [...(await unpack((await app.save(app.downloadZip)).path)).values()][0] ?? new Uint8Array();
  const text = Buffer.from(jpeg).toString('latin1');
  expect(signature(jpeg)).toBe('jpeg');
  for (const trace of [...tellTales, 'Exif']) expect(text).not.toContain(trace);
  // The only XMP is ours.
  expect(text.match(/<x:xmpmeta/g)).toHaveLength(1);
  expect(text).toContain('DMI-PROHIBITED-AIMLTRAINING');

  // Stored 320 × 200; orientation 6 says: turn right by 90°. What was at the bottom left is now at the top left.
  await app.withMore(() => app.format.selectOption({ label: 'PNG' }));
  await app.protectAnew();
  const png = [...(await unpack((await app.save(app.downloadZip)).path)).values()][0] ?? new Uint8Array();
  const { width, height, data } = pixelsOf(png);
  expect([width, height]).toEqual([200, 320]);
  const colour = (x: number, y: number): string => {
    const [r = 0, g = 0, b = 0] = data.subarray((y * width + x) * 4);
    if (Math.min(r, g, b) > 150) return 'white';
    return r > g && r > b ? 'red' : g > b ? 'green' : 'blue';
  };
  expect([colour(30, 30), colour(170, 30), colour(30, 290), colour(170, 290)]).toEqual([
    'blue',
    'red',
    'white',
    'green',
  ]);
});

test('alpha stays in PNG', async ({ app }) => {
  await app.giveKey('a key of 83 humming otters');
  await app.addFolder.setInputFiles(join(library.small, 'dogs'));
  await app.protectAll(4);
  const photos = await unpack((await app.save(app.downloadZip)).path);
  const { data, width } = pixelsOf(photos.get('dogs/dogs-2.png') ?? new Uint8Array());
  // The fixture's alpha rises from 40 at the left to 255 at the right.
  expect([data[3], data[width * 4 - 1]]).toEqual([40, 254]);
});
