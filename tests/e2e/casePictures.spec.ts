import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { withJpegSegments } from '../../src/codec/metadata/jpegSegments.ts';
import { bitmap } from '../fixtures/bitmaps.ts';
import { casesFile } from '../fixtures/casesFile.ts';
import { drawPicture, toPng } from '../fixtures/pictures.ts';
import { rawFiles } from '../fixtures/rawFiles.ts';
import { expect, sharedTest as test } from './app.ts';
import { unpack } from './archive.ts';

/**
 * Files after kinds that people report of image programs, each through the page to the saved zip: what comes out of it, or why
 * it does not. The right values are what exiftool, Pillow, ImageMagick and the browser's own `<img>` say.
 */

type Rgb = readonly [number, number, number];

interface Case {
  /** Name of the file. */
  readonly name: string;
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
  readonly comes: Comes;
}

type Comes =
  | {
      readonly kind: 'out';
      readonly as: 'jpg' | 'png';
      readonly width: number;
      readonly height: number;
      /** Colours in its upper left and lower right, near enough to tell which way is up. */
      readonly corners?: readonly [Rgb, Rgb];
    }
  /** Listed as failed. */
  | { readonly kind: 'fails'; readonly says: string }
  /** Not even added. */
  | { readonly kind: 'left out'; readonly says: string };

const given = (name: string) => () => casesFile(name);
const out = (as: 'jpg' | 'png', width: number, height: number, corners?: readonly [Rgb, Rgb]): Comes =>
  corners === undefined ? { kind: 'out', as, width, height } : { kind: 'out', as, width, height, corners };

const lying: readonly [Rgb, Rgb] = [
  [217, 37, 38],
  [242, 221, 66],
];
/** Turned by orientation 6: the lower left corner comes to the upper left. */
const turned: readonly [Rgb, Rgb] = [
  [42, 72, 222],
  [43, 182, 63],
];

const whole = () => Buffer.concat([casesFile('05_no_eoi.jpg'), Uint8Array.of(0xff, 0xd9)]);
const png = () => toPng(drawPicture(90, 60, 11));
const preview = () =>
  sharp(toPng(drawPicture(1200, 800, 11)))
    .jpeg()
    .toBuffer();
const ochre: Rgb = [220, 200, 30];
const half = (bytes: Uint8Array, ...end: readonly number[]) =>
  Buffer.concat([bytes.subarray(0, bytes.length / 2), Uint8Array.from(end)]);
const xmp =
  '<x:xmpmeta><rdf:Description xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Orientation="6"/></x:xmpmeta>';

const cutOff = 'Cut off after';
const cases: readonly Case[] = [
  { name: '05_no_eoi.jpg', bytes: given('05_no_eoi.jpg'), comes: out('jpg', 320, 240, lying) },
  {
    name: 'samsung.jpg',
    bytes: given('03_samsung_no_eoi_then_mp4.jpg'),
    comes: out('jpg', 320, 240, lying),
  },
  {
    name: 'progressive.jpg',
    bytes: () => casesFile('progressive.jpg').subarray(0, -2),
    comes: out('jpg', 320, 240),
  },
  { name: 'no_iend.png', bytes: () => png().subarray(0, -12), comes: out('png', 90, 60) },
  { name: 'long.jpg', bytes: given('12_orient6_long.jpg'), comes: out('jpg', 240, 320, turned) },
  { name: 'behind.png', bytes: given('41_exif_after_idat.png'), comes: out('png', 240, 320, turned) },
  {
    name: 'xmp.jpg',
    bytes: () => withJpegSegments(Uint8Array.from(whole()), { exif: null, xmp: Buffer.from(xmp), icc: null }),
    comes: out('jpg', 240, 320, turned),
  },
  { name: 'os2.bmp', bytes: given('bmpsuite_pal8os2.bmp'), comes: out('png', 127, 64) },
  {
    name: 'clear_v4.bmp',
    bytes: () => bitmap([0, 0, 0, 0, 0, 0]),
    comes: out('png', 3, 2, [ochre, ochre]),
  },
  { name: 'DSC_4.NEF', bytes: async () => rawFiles.nef(6, await preview()), comes: out('jpg', 800, 1200) },
  { name: 'good.heic', bytes: given('good.heic'), comes: out('jpg', 240, 320) },
  { name: 'IMG_1.tif', bytes: given('photographers_formats/IMG_1.tif'), comes: out('png', 64, 48) },
  {
    name: 'half.jpg',
    bytes: given('l_jpg_half_then_eoi.jpg'),
    comes: { kind: 'fails', says: `${cutOff} 48 per cent` },
  },
  {
    name: 'half_progressive.jpg',
    bytes: () => half(casesFile('progressive.jpg'), 0xff, 0xd9),
    comes: { kind: 'fails', says: cutOff },
  },
  { name: 'half.png', bytes: () => half(png()), comes: { kind: 'fails', says: cutOff } },
  {
    name: 'a.jxl',
    bytes: given('photographers_formats/a.jxl'),
    comes: { kind: 'fails', says: 'cannot read JXL pictures' },
  },
  ...(
    [
      ['b.jxl', 'JPEG XL that cannot be read here'],
      ['DSC_1.dng', 'camera raw'],
      ['DSC_2.CR3', 'camera raw'],
      ['DSC_3.NEF', 'camera raw'],
      ['c.svg', 'a drawing (SVG, EPS)'],
      ['d.psd', 'a document of Photoshop'],
      ['.IMG_2.HEIC.icloud', 'still in iCloud'],
    ] as const
  ).map(
    ([name, says]): Case => ({
      name,
      bytes: given(`photographers_formats/${name}`),
      comes: { kind: 'left out', says },
    }),
  ),
  { name: 'empty.jpg', bytes: () => new Uint8Array(), comes: { kind: 'left out', says: 'empty' } },
  {
    name: 'page.jpg',
    bytes: () => Buffer.from('<!doctype html><html><body>Sign in</body></html>'),
    comes: { kind: 'left out', says: 'a web page' },
  },
];

/** One folder for each, named after the file, so that no two can be taken for each other. */
async function laidOut(folder: string): Promise<void> {
  for (const { name, bytes } of cases) {
    const path = join(folder, labelOf(name), name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await bytes());
  }
}

const labelOf = (name: string) => `of ${name.replaceAll('.', ' ').trim()}`;
const nameWithout = (name: string) => name.slice(0, name.lastIndexOf('.'));

async function colourAt(image: Uint8Array, x: number, y: number): Promise<readonly number[]> {
  const { data, info } = await sharp(image).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at =
    (Math.round(y * (info.height - 1)) * info.width + Math.round(x * (info.width - 1))) * info.channels;
  return [...data.subarray(at, at + 3)];
}

test('every file of each kind comes out right, or is named with what to do', async ({ app, page }, info) => {
  const folder = info.outputPath('cases');
  await laidOut(folder);
  await app.giveKey('a key of 83 humming otters');
  await app.drop([folder]);
  const added = cases.filter(({ comes }) => comes.kind !== 'left out');
  const failing = cases.filter(({ comes }) => comes.kind === 'fails');
  await expect(page.getByText(new RegExp(`\\b${added.length} photos? added`)).first()).toBeVisible();
  for (const { name, comes } of cases) {
    if (comes.kind === 'left out') await expect(page.getByText(comes.says).first(), name).toBeVisible();
  }
  await app.protectAll(added.length - failing.length, added.length, failing.length);
  for (const { name, comes } of failing) {
    if (comes.kind === 'fails') await expect(page.getByText(comes.says).first(), name).toBeVisible();
  }

  const photos = await unpack((await app.save(app.downloadZip)).path);
  for (const { name, comes } of cases) {
    if (comes.kind !== 'out') continue;
    const image = photos.get(`${labelOf(name)}/${nameWithout(name)}.${comes.as}`);
    if (image === undefined)
      throw new Error(`${name} is not in the archive: ${[...photos.keys()].join(', ')}`);
    const { width, height, orientation = 1 } = await sharp(image).metadata();
    expect([width, height, orientation], name).toEqual([comes.width, comes.height, 1]);
    expect((await sharp(image).stats()).isOpaque, name).toBe(true);
    for (const [i, expected] of (comes.corners ?? []).entries()) {
      const found = await colourAt(image, 0.05 + 0.9 * i, 0.05 + 0.9 * i);
      // The cast shifts colours by a few levels, and the veil lightens or darkens a little.
      for (let c = 0; c < 3; c++)
        expect(Math.abs((found[c] ?? 0) - (expected[c] ?? 0)), name).toBeLessThan(70);
    }
  }
  expect(photos.size).toBe(added.length - failing.length);
});

test('twenty HEICs at once, on whatever machine', { tag: '@long' }, async ({ app }, info) => {
  const folder = info.outputPath('heics', 'Mia');
  mkdirSync(folder, { recursive: true });
  for (let i = 0; i < 20; i++) writeFileSync(join(folder, `IMG_${i}.heic`), casesFile('good.heic'));
  await app.giveKey('a key of 83 humming otters');
  await app.drop([folder]);
  await app.protectAll(20);
  expect((await unpack((await app.save(app.downloadZip)).path)).size).toBe(20);
});
