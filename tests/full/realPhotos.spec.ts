import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../e2e/app.ts';
import { examine, pixelsOf, readReceipt, unpack } from '../e2e/archive.ts';
import { hasExiftool, tagged, tagsOf } from '../fixtures/exiftool.ts';
import { sharedFolder } from '../fixtures/places.ts';

/** Real photos lie beside the checkout of those who work on Keyveil; nobody may pass them on with it. */
const data = join(sharedFolder, 'data');
const missing = (folder: string): boolean => !existsSync(join(data, folder));

for (const { folder, labels, photos } of [
  { folder: 'photos', labels: 10, photos: 120 },
  { folder: 'cifar10', labels: 10, photos: 1000 },
]) {
  test(`all of ${folder}, as a newcomer would: the zip has the layout of ImageFolder`, async ({ app }) => {
    test.skip(missing(folder), `no ${folder} beside this checkout`);
    await app.giveKey('a key for real photos of 83 humming otters');
    await app.drop([join(data, folder)]);
    for (const label of readdirSync(join(data, folder))) await app.expectLabel(label, photos / labels);
    await app.protect.click();
    await expect(app.status).toHaveText(new RegExp(`(?:^|\\D)${photos} of ${photos} photos protected$`), {
      timeout: 600_000,
    });
    const { path } = await app.save(app.downloadZip);
    const { unzip, python } = examine(path);
    expect(unzip ?? 0).toBe(0);
    const entries = python ?? [...(await unpack(path)).keys()];
    expect(entries).toHaveLength(photos);
    expect(new Set(entries.map(entry => entry.split('/')[0])).size).toBe(labels);
    // One folder a class, and nothing that ImageFolder would stumble over.
    expect(entries.every(entry => /^[^/]+\/[^/]+\.jpg$/.test(entry))).toBe(true);
    expect(readReceipt((await app.save(app.saveReceipt)).path).files).toHaveLength(photos);
  });
}

test('photos of every EXIF orientation come out upright', async ({ app }) => {
  test.skip(missing('odd/orientation'), 'no odd/orientation beside this checkout');
  const count = readdirSync(join(data, 'odd/orientation')).length;
  await app.giveKey('a key for real photos of 83 humming otters');
  await app.withMore(() => app.format.selectOption({ label: 'PNG' }));
  await app.drop([join(data, 'odd/orientation')]);
  await app.protectAll(count);
  const photos = [...(await unpack((await app.save(app.downloadZip)).path)).entries()];
  const pictures = photos.map(([path, bytes]) => ({ path, ...pixelsOf(bytes) }));
  const first = pictures[0];
  expect(first).toBeDefined();
  for (const { path, width, height, data: pixels } of pictures) {
    expect([path, width, height]).toEqual([path, first?.width, first?.height]);
    // The same landscape, apart from a number drawn on it and what JPEG did to it.
    let total = 0;
    for (let i = 0; i < pixels.length; i++) total += Math.abs((pixels[i] ?? 0) - (first?.data[i] ?? 0));
    expect(total / pixels.length, path).toBeLessThan(12);
  }
});

for (const { folder, photos } of [
  { folder: 'odd/avif', photos: 1 },
  { folder: 'odd/heic', photos: 2 },
]) {
  test(`${folder}: becomes JPEG`, async ({ app }) => {
    test.skip(missing(folder), `no ${folder} beside this checkout`);
    await app.giveKey('a key for real photos of 83 humming otters');
    await app.drop([join(data, folder)]);
    await app.protectAll(photos);
    const made = await unpack((await app.save(app.downloadZip)).path);
    expect(made.size).toBe(photos);
    for (const [path, bytes] of made) {
      expect(path).toMatch(/\.jpg$/);
      expect([...bytes.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
    }
  });
}

/** What may stand in a file that goes out: what every picture has, our profile, the opt-out, and who took it when. */
const harmless =
  /^(?:ExifTool|File|JFIF|Composite|ICC_Profile|ICC-header|ICC-view|ICC-meas|PNG|PNG-pHYs|RIFF|XMP-x|XMP-plus):/;
const credit =
  /^(?:IFD0:(?:Artist|Copyright)|ExifIFD:(?:ExifVersion|DateTimeOriginal|OffsetTimeOriginal)|XMP-dc:(?:Creator|Rights)|XMP-exif:DateTimeOriginal|XMP-photoshop:DateCreated)$/;

test('GPS, makers’ notes, IPTC and thumbnails stay behind, as exiftool sees it', async ({ app }, {
  outputDir,
}) => {
  test.skip(missing('odd/exif'), 'no odd/exif beside this checkout');
  test.skip(!hasExiftool, 'exiftool is not installed');
  const folder = join(outputDir, 'cameras');
  cpSync(join(data, 'odd/exif'), folder, { recursive: true });
  const plain = readFileSync(join(folder, 'DSCN0010.jpg'));
  const wordy = ['-IPTC:Keywords=secret', '-IPTC:By-line=Anna', '-XMP-dc:Creator=Anna', '-Comment=secret'];
  writeFileSync(join(folder, 'iptc.jpg'), tagged(plain, wordy));
  const groups = readdirSync(folder).flatMap(name =>
    Object.keys(tagsOf(readFileSync(join(folder, name)))).map(tag => tag.split(':')[0]),
  );
  // What the test is about is there to begin with.
  expect(groups).toEqual(expect.arrayContaining(['GPS', 'Nikon', 'Olympus', 'IFD1', 'IPTC', 'XMP-dc']));
  await app.giveKey('a key for real photos of 83 humming otters');
  await app.drop([folder]);
  for (const format of ['Same as the original', 'PNG', 'WebP']) {
    await app.withMore(() => app.format.selectOption({ label: format }));
    await app.protectAll(4, 5, 1);
    const made = await unpack((await app.save(app.downloadZip)).path);
    expect(made.size).toBe(4);
    for (const [path, bytes] of made) {
      const left = Object.keys(tagsOf(bytes)).filter(tag => !harmless.test(tag) && !credit.test(tag));
      expect(left, path).toEqual([]);
    }
  }
});
