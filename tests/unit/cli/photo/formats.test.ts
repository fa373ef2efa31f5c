import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { decodePhoto, readDescription } from '../../../../cli/photo/decodePhoto.ts';
import { bitmap } from '../../../fixtures/bitmaps.ts';
import { casesFile } from '../../../fixtures/casesFile.ts';
import { jxls } from '../../../fixtures/jxls.ts';
import { sharedFolder } from '../../../fixtures/places.ts';
import { type QuartersFile, quarterColours, quarters, quartersFile } from '../../../fixtures/quarters.ts';
import { rawFiles } from '../../../fixtures/rawFiles.ts';
import { tiffs } from '../../../fixtures/tiffs.ts';
import { filesIn, keyveil, lay, ownFolder } from '../keyveil.ts';
import { picture } from '../pictures.ts';

/** What the app takes, the command takes. */

const ofText = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));

async function decoded(bytes: Uint8Array<ArrayBuffer>, name = '') {
  return decodePhoto(bytes, await readDescription(bytes, name));
}

/** How far the middle of each quarter is from its colour, at most. @param order of the colours in what is seen */
async function apart(bytes: Uint8Array<ArrayBuffer>, order = [0, 1, 2, 3]): Promise<number> {
  const { pixels } = await decoded(bytes);
  const { width, height, data } = pixels;
  expect([width, height].sort()).toEqual([32, 48]);
  const places = [0.25, 0.75].flatMap(y => [0.25, 0.75].map(x => (y * height * width + x * width) * 4));
  return Math.max(
    ...places.flatMap((at, place) =>
      (quarterColours[order[place] ?? 0] ?? []).map((level, c) => Math.abs(level - (data[at + c] ?? 0))),
    ),
  );
}

/** The order of colours in a picture of orientation 6. */
const turnedOrder = [2, 0, 3, 1];

/** Lossy ones are off by a few levels. */
const lossless: readonly QuartersFile[] = [
  'bmp',
  'gif',
  'movingGif',
  'deepPng',
  'interlacedPng',
  'palettePng',
];

describe('a photo is read', () => {
  test.each(Object.keys(quarters) as QuartersFile[])('%s', async which => {
    const grey = which === 'greyJpeg' || which === 'greyPng';
    if (grey) expect((await decoded(quartersFile(which))).pixels.width).toBe(48);
    else expect(await apart(quartersFile(which))).toBeLessThanOrEqual(lossless.includes(which) ? 0 : 12);
  });

  test.each(['plain', 'lzwBig16', 'tiled', 'planar', 'palette', 'cmyk', 'turned', 'pages', 'jpeg'] as const)(
    'TIFF, %s',
    async which => {
      const found = await apart(ofText(tiffs[which]), which === 'turned' ? turnedOrder : undefined);
      expect(found).toBeLessThanOrEqual(which === 'jpeg' ? 6 : 0);
    },
  );

  test('TIFF, half transparent', async () => {
    const { pixels, opaque } = await decoded(ofText(tiffs.alpha));
    expect([opaque, pixels.data[3]]).toEqual([false, 128]);
  });

  test.each(['bare', 'inBoxes', 'turned'] as const)('JPEG XL, %s', async which => {
    expect(
      await apart(ofText(jxls[which]), which === 'turned' ? turnedOrder : undefined),
    ).toBeLessThanOrEqual(12);
  });

  test('bitmaps of OS/2, and those that say that all is clear and mean nothing by it', async () => {
    const os2 = await decoded(casesFile('bmpsuite_pal8os2.bmp'));
    expect([os2.pixels.width, os2.pixels.height, os2.opaque]).toEqual([127, 64, true]);
    const clear = await decoded(bitmap([0, 0, 0, 0, 0, 0]));
    expect([...clear.pixels.data.slice(0, 4)]).toEqual([220, 200, 30, 255]);
    const half = await decoded(bitmap([128, 255, 255, 255, 255, 255], -2));
    expect([half.opaque, half.pixels.data[3]]).toEqual([false, 128]);
  });

  test('HEIC as phones write it', async () => {
    const { pixels } = await decoded(casesFile('good.heic'));
    expect([pixels.width, pixels.height]).toEqual([240, 320]);
  });

  test.skipIf(!existsSync(sharedFolder))('HEIC of real phones', async () => {
    const folder = join(sharedFolder, 'data/odd/heic');
    for (const name of readdirSync(folder)) {
      const { pixels } = await decoded(new Uint8Array(readFileSync(join(folder, name))), name);
      expect(pixels.width * pixels.height, name).toBeGreaterThan(1e6);
    }
  });
});

test.each([
  ['a moving JPEG XL', 'a.jxl', () => ofText(jxls.moving), 'unsupported'],
  ['a TIFF of a fax', 'a.tif', () => ofText(tiffs.fax), 'unsupported'],
  ['a raw file with a thumbnail alone', 'a.nef', () => rawFiles.nef(1, 'thumbnail'), 'unsupported'],
  ['half a HEIC', 'a.heic', () => casesFile('good.heic').slice(0, 3000), 'unreadable'],
  ['half a bitmap', 'a.bmp', () => quartersFile('bmp').slice(0, 60), 'unreadable'],
])('%s is refused', async (_, name, bytes, kind) => {
  await expect(decoded(bytes(), name)).rejects.toMatchObject({ reason: { kind } });
});

test.skipIf(process.platform !== 'linux')(
  'a file whose name is no UTF-8 is named with what to do',
  async () => {
    const folder = ownFolder();
    const photo = await picture('png', 20, 20, 1);
    lay(folder, { 'set/a/good.png': photo });
    writeFileSync(
      Buffer.concat([Buffer.from(join(folder, 'set/a/')), Buffer.from([0xff]), Buffer.from('.png')]),
      photo,
    );
    const { code, err } = await keyveil(['protect', 'set', 'out', '--dataset=names'], folder);
    expect([code, err]).toEqual([
      2,
      'a/\ufffd.png has a name that is no UTF-8; rename it and run the same command again.\n',
    ]);
  },
);

test('a folder of all sorts comes out whole, and what is to be known of it is said', async () => {
  const folder = ownFolder();
  lay(folder, {
    'set/all/a.bmp': quartersFile('bmp'),
    'set/all/b.tif': ofText(tiffs.plain),
    'set/all/c.jxl': ofText(jxls.bare),
    'set/all/d.heic': quartersFile('heic'),
    // Sigma's raw files hold their JPEG somewhere.
    'set/all/e.x3f': Buffer.concat([Buffer.from('FOVb'), await picture('jpeg', 1600, 1000, 1)]),
    'set/all/f.gif': quartersFile('movingGif'),
    'set/all/g.tif': ofText(tiffs.fax),
    'set/all/h.raw': 'numbers of a program',
  });
  const { code, out, err } = await keyveil(['protect', 'set', 'out', '--dataset=all-sorts'], folder);
  expect(Object.keys(filesIn(join(folder, 'out')))).toEqual(
    ['a.png', 'b.png', 'c.jpg', 'd.jpg', 'e.jpg', 'f.png'].map(name => `all/${name}`),
  );
  expect(await sharp(join(folder, 'out/all/e.jpg')).metadata()).toMatchObject({ width: 1600, height: 1000 });
  expect(out).toMatch(/^6 photos protected, 1 failed; /);
  expect(err).toContain('all/g.tif is a TIFF of a kind, which is not read here; make a JPEG or PNG of it.\n');
  expect(err).toContain('1 files are no photos by their names and are left out.\n');
  expect(err).toContain('1 were moving pictures');
  expect(err).toContain('1 were camera raw files');
  expect(code).toBe(2);
});
