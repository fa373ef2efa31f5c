import { expect, type Page } from '@playwright/test';
import { encode } from 'fast-png';
import { withJpegSegments } from '../../src/codec/metadata/jpegSegments.ts';
import { chunk, withPngChunks } from '../../src/codec/metadata/pngChunks.ts';
import { withWebpChunks } from '../../src/codec/metadata/webpChunks.ts';
import { stored } from '../../src/codec/png/rawPng.ts';
import { splice } from '../../src/codec/splice.ts';
import type { FailureReason } from '../../src/core/faults/failure.ts';
import { adobeRgb, type ColourSpace, displayP3, inSrgb, profileOf } from '../fixtures/colourSpaces.ts';
import { hasExiftool, tagsOf } from '../fixtures/exiftool.ts';
import { profileBox, turnedBy, withProperties } from '../fixtures/isoProperties.ts';
import { jxls } from '../fixtures/jxls.ts';
import { drawQuarters, toPng } from '../fixtures/pictures.ts';
import { type QuartersFile, quarterColours, quartersFile } from '../fixtures/quarters.ts';
import { tiffs } from '../fixtures/tiffs.ts';
import type { Noise, Outcome } from '../harness/codec.worker.ts';
import { test } from '../harness/page.ts';

type Made = string | FailureReason;

/** Files as cameras, phones and editors write them, through the codec in a real browser. */

const corners = [
  [0.2, 0.2],
  [0.8, 0.2],
  [0.2, 0.8],
  [0.8, 0.8],
] as const;

const png = (): Uint8Array<ArrayBuffer> => Uint8Array.from(toPng(drawQuarters(48, 32)));

async function see(page: Page, file: Uint8Array, noise: readonly Noise[] = []): Promise<Outcome> {
  return page.evaluate(
    async ([base64, corners, noise]) => {
      const codec = window.openCodec();
      if (noise.length > 0) await codec.disturb(noise);
      return codec.seen(base64, corners);
    },
    [Buffer.from(file).toString('base64'), corners, noise] as const,
  );
}

/** Every colour within so many levels. */
function expectColours(seen: Outcome, expected: readonly (readonly number[])[], within: number): void {
  if ('kind' in seen) throw new Error(`refused: ${seen.kind}`);
  expected.forEach((colour, i) => {
    for (let c = 0; c < 3; c++) {
      const apart = Math.abs((seen.colours[i]?.[c] ?? Number.NaN) - (colour[c] ?? 0));
      expect(apart, `place ${i}, channel ${c}: ${seen.colours[i]} for ${colour}`).toBeLessThanOrEqual(within);
    }
  });
}

/** A TIFF with nothing but the orientation. */
function orientationBlock(orientation: number): Uint8Array {
  return Uint8Array.of(
    73,
    73,
    42,
    0,
    8,
    0,
    0,
    0,
    1,
    0,
    0x12,
    1,
    3,
    0,
    1,
    0,
    0,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
  );
}

/** Where EXIF says that the first row and the first column of the stored picture are seen. */
const seenAs = [
  'top left',
  'top right',
  'bottom right',
  'bottom left',
  'left top',
  'right top',
  'right bottom',
  'left bottom',
];

/** The quarters' colours as they lie in the upright picture. */
function upright(orientation: number): readonly (readonly number[])[] {
  const [row = '', column = ''] = (seenAs[orientation - 1] ?? '').split(' ');
  const out: (readonly number[])[] = [];
  quarterColours.forEach((colour, i) => {
    const opposite = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' } as const;
    const side = (first: string, far: boolean) => (far ? opposite[first as keyof typeof opposite] : first);
    const sides = [side(row, i >= 2), side(column, i % 2 === 1)];
    out[(sides.includes('bottom') ? 2 : 0) + (sides.includes('right') ? 1 : 0)] = colour;
  });
  return out;
}

const blocks = (orientation: number) => ({ exif: orientationBlock(orientation), xmp: null, icc: null });
const turned: Readonly<Record<string, (orientation: number) => Uint8Array>> = {
  JPEG: o => withJpegSegments(quartersFile('jpeg'), blocks(o)),
  PNG: o => withPngChunks(png(), blocks(o)),
  WebP: o => withWebpChunks(quartersFile('webp'), blocks(o)),
  AVIF: o => withProperties(quartersFile('avif'), turnedBy(o)),
  HEIC: o => withProperties(quartersFile('heic'), turnedBy(o)),
};

async function expectUpright(page: Page, name: string, orientations: readonly number[]): Promise<void> {
  for (const orientation of orientations) {
    const seen = await see(page, turned[name]?.(orientation) ?? new Uint8Array());
    expect([orientation, seen]).toMatchObject([
      orientation,
      orientation > 4 ? { width: 32, height: 48 } : { width: 48, height: 32 },
    ]);
    expectColours(seen, upright(orientation), 14);
  }
}

const orientations = [1, 2, 3, 4, 5, 6, 7, 8];
for (const name of ['JPEG', 'PNG', 'WebP', 'AVIF']) {
  test(`${name}: orientations 1 to 8 stand upright, turned once`, async ({ engines: { page } }) => {
    await expectUpright(page, name, orientations);
  });
}

// Each takes seconds, for the decoder is made anew.
test('HEIC: upside down and on its side, turned once', async ({ engines: { page } }) => {
  await expectUpright(page, 'HEIC', [3, 6]);
});

test('HEIC: the other orientations', { tag: '@long' }, async ({ engines: { page } }) => {
  await expectUpright(page, 'HEIC', [1, 2, 4, 5, 7, 8]);
});

const spaces: Readonly<Record<string, ColourSpace>> = { 'Display P3': displayP3, 'Adobe RGB': adobeRgb };
for (const [name, space] of Object.entries(spaces)) {
  const icc = profileOf(space, name === 'Display P3' ? 'P3 D' : 'RGB ');
  const files: Readonly<Record<string, () => Uint8Array>> = {
    PNG: () => splice(png(), [{ at: 33, bytes: chunk('iCCP', Uint8Array.from([73, 0, 0, ...stored(icc)])) }]),
    JPEG: () => withJpegSegments(quartersFile('jpeg'), { exif: null, xmp: null, icc }),
    WebP: () => withWebpChunks(quartersFile('webp'), { exif: null, xmp: null, icc }),
    HEIC: () => withProperties(quartersFile('heic'), [profileBox(icc)]),
  };
  for (const [kind, make] of Object.entries(files)) {
    test(`${name} becomes sRGB: ${kind}`, async ({ engines: { page } }) => {
      const expected = quarterColours.map(colour => inSrgb(colour, space));
      expectColours(await see(page, make()), expected, kind === 'PNG' ? 2 : 14);
    });
  }
}

const grey = quarterColours.map(([r, g, b]) => Array<number>(3).fill(0.2126 * r + 0.7152 * g + 0.0722 * b));
const kinds: readonly (readonly [QuartersFile, readonly (readonly number[])[], within: number])[] = [
  ['progressiveJpeg', quarterColours, 6],
  ['deepPng', quarterColours, 1],
  ['palettePng', quarterColours, 1],
  ['interlacedPng', quarterColours, 1],
  ['bmp', quarterColours, 1],
  ['gif', quarterColours, 1],
  ['movingGif', quarterColours, 1],
  ['movingWebp', quarterColours, 12],
  ['greyJpeg', grey, 40],
  ['greyPng', grey, 40],
  ['jxl', quarterColours, 6],
];
for (const [which, colours, within] of kinds) {
  test(`${which} is read`, async ({ engines: { page } }) => {
    const seen = await see(page, quartersFile(which));
    expect(seen).toMatchObject({ width: 48, height: 32, opaque: true });
    expectColours(seen, colours, within);
    if (which.startsWith('grey') && !('kind' in seen))
      for (const [r, g, b] of seen.colours) expect([g, b]).toEqual([r, r]);
  });
}

test('a JPEG XL is read where the browser reads none', async ({ engines: { page } }) => {
  for (const [which, expected] of [
    ['bare', quarterColours],
    ['inBoxes', quarterColours],
    ['turned', upright(6)],
  ] as const) {
    const seen = await page.evaluate(
      async ([base64, corners]) => {
        const codec = window.openCodec();
        // The browser gives up on what it is told to be one.
        await codec.forgetJxl();
        return codec.seen(base64, corners);
      },
      [jxls[which], corners] as const,
    );
    expectColours(seen, expected, 14);
  }
  const moving = await page.evaluate(
    async ([base64, corners]) => {
      const codec = window.openCodec();
      await codec.forgetJxl();
      return codec.seen(base64, corners);
    },
    [jxls.moving, corners] as const,
  );
  expect(moving).toEqual({ kind: 'unsupported', type: 'image/jxl' });
});

const fromTiffs: readonly (readonly [keyof typeof tiffs, readonly (readonly number[])[], within: number])[] =
  [
    ['deflate16', quarterColours, 0],
    ['jpeg', quarterColours, 10],
    ['tiled', quarterColours, 0],
    ['turned', upright(6), 0],
  ];
for (const [which, colours, within] of fromTiffs) {
  test(`a TIFF is read: ${which}`, async ({ engines: { page } }) => {
    expectColours(await see(page, new Uint8Array(Buffer.from(tiffs[which], 'base64'))), colours, within);
  });
}

test('a CMYK JPEG is read, its colours near enough', async ({ engines: { page } }) => {
  const seen = await see(page, quartersFile('cmykJpeg'));
  expectColours(seen, quarterColours, 40);
});

/** A PNG of four quarters, each of one colour and alpha, by another program than the app's writer. */
function quartersWithAlpha(colours: readonly (readonly number[])[], depth: 8 | 16): Uint8Array {
  const side = 20;
  const channels = colours[0]?.length ?? 4;
  const values = Array.from({ length: side * side }, (_, i) => {
    const at = (i % side < side / 2 ? 0 : 1) + (i < (side * side) / 2 ? 0 : 2);
    return (colours[at] ?? []).map(value => (depth === 16 ? value * 257 : value));
  }).flat();
  const data = depth === 16 ? Uint16Array.from(values) : Uint8Array.from(values);
  return encode({ width: side, height: side, data, depth, channels });
}

for (const depth of [8, 16] as const) {
  test(`colours under clear pixels are kept, ${depth} bits: they count in the averages around them`, async ({
    engines: { page },
  }) => {
    for (const alphas of [
      [0, 255, 0, 255],
      [0, 1, 128, 255],
    ]) {
      const colours = [
        [210, 30, 60],
        [10, 20, 250],
        [0, 200, 90],
        [77, 77, 78],
      ];
      const file = quartersWithAlpha(
        colours.map((colour, i) => [...colour, alphas[i] ?? 0]),
        depth,
      );
      expectColours(await see(page, file), colours, 0);
    }
    const greys = [[190], [20], [100], [255]];
    const alphas = [0, 0, 255, 40];
    const file = quartersWithAlpha(
      greys.map((grey, i) => [...grey, alphas[i] ?? 0]),
      depth,
    );
    expectColours(
      await see(page, file),
      greys.map(([grey = 0]) => [grey, grey, grey]),
      0,
    );
  });
}

test('a 12-bit JPEG is refused by name', async ({ engines: { page } }) => {
  const jpeg = quartersFile('jpeg');
  for (let at = 2; at < jpeg.length; at++) {
    if (jpeg[at] === 0xff && jpeg[at + 1] === 0xc0) jpeg[at + 4] = 12;
  }
  expect(await see(page, jpeg)).toEqual({ kind: 'unsupported-coding', coding: '12-bit' });
});

test('a damaged HEIC is refused, and the next one is read', async ({ engines: { page } }) => {
  // Cut off behind the header.
  const damaged = quartersFile('heic').subarray(0, 470);
  const outcomes = await page.evaluate(
    async ([bad, good, corners]) => {
      const codec = window.openCodec();
      return [await codec.seen(bad, corners), await codec.seen(good, corners)];
    },
    [
      Buffer.from(damaged).toString('base64'),
      Buffer.from(quartersFile('heic')).toString('base64'),
      corners,
    ] as const,
  );
  expect(outcomes).toMatchObject([{ kind: 'cut-off' }, { width: 48, height: 32 }]);
});

test('a bomb is refused by its header', async ({ engines: { page } }) => {
  const header = new Uint8Array(13);
  new DataView(header.buffer).setUint32(0, 50_000);
  new DataView(header.buffer).setUint32(4, 50_000);
  header.set([8, 6], 8);
  const bomb = Uint8Array.from([
    ...png().subarray(0, 8),
    ...chunk('IHDR', header),
    ...chunk('IDAT', new Uint8Array(60_000)),
    ...chunk('IEND', new Uint8Array()),
  ]);
  expect(await see(page, bomb)).toEqual({ kind: 'too-large', pixels: 2.5e9, limit: 120_000_000 });
});

test('panoramas are written as JPEG and PNG; WebP is refused by name', { tag: '@long' }, async ({
  engines: { page },
}) => {
  const made = (type: 'image/jpeg' | 'image/png' | 'image/webp', width: number) =>
    page.evaluate(
      async ([type, width]): Promise<Made> => window.openCodec().made(width, 500, type, 255, true),
      [type, width] as const,
    );
  for (const type of ['image/jpeg', 'image/png'] as const) {
    const file = await made(type, 30_000);
    if (typeof file !== 'string') throw new Error(file.kind);
    const seen = await see(page, Buffer.from(file, 'base64'));
    expect(seen).toMatchObject({ width: 30_000, height: 500 });
  }
  expect(await made('image/webp', 30_000)).toEqual({
    kind: 'too-long',
    type: 'image/webp',
    side: 30_000,
    limit: 16_383,
  });
});

test('what the browser encodes and we mark is read back by browser and exiftool', async ({
  engines: { page },
}) => {
  for (const type of ['image/jpeg', 'image/png', 'image/webp'] as const) {
    for (const alpha of type === 'image/jpeg' ? [255] : [255, 120]) {
      const file = await page.evaluate(
        async ([type, alpha]): Promise<Made> => window.openCodec().made(90, 60, type, alpha, true),
        [type, alpha] as const,
      );
      if (typeof file !== 'string') throw new Error(file.kind);
      const bytes = Buffer.from(file, 'base64');
      expect(await see(page, bytes)).toMatchObject({ width: 90, height: 60, opaque: alpha === 255 });
      if (!hasExiftool) continue;
      const tags = tagsOf(bytes);
      expect(tags['XMP-plus:DataMining']).toBe('http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-AIMLTRAINING');
      expect(Object.keys(tags).filter(name => /Warning|Error/.test(name))).toEqual([]);
      const colour =
        type === 'image/png' ? tags['PNG:SRGBRendering'] : tags['ICC_Profile:ProfileDescription'];
      expect(colour).toBe(type === 'image/png' ? 0 : 'sRGB');
    }
  }
});

test('photos are made smaller without a shift of place or colour', async ({ engines: { page } }) => {
  const small = await page.evaluate(() => window.openCodec().shrunk(3000, 1000, 600));
  expect(small).toMatchObject({ width: 600, height: 200 });
  expectColours(
    { ...small, opaque: true },
    [
      [200, 40, 40],
      [40, 40, 200],
    ],
    1,
  );
});

test.describe('a browser that adds noise', () => {
  const probe = (page: Page, noise: readonly Noise[]) =>
    page.evaluate(async noise => {
      const codec = window.openCodec();
      await codec.disturb(noise);
      return codec.probe();
    }, noise);

  test('is none of ours here', async ({ engines: { page } }) => {
    expect(await probe(page, [])).toEqual({ opaque: 'canvas', any: 'canvas', write: 'drawn' });
  });

  test('to canvas reads: another way gives the pixels to the level', async ({ engines: { page } }) => {
    expect(await probe(page, ['getImageData'])).toEqual({ opaque: 'frame', any: 'webgl', write: 'drawn' });
    for (const file of [png(), quartersFile('jpeg')]) {
      const clean = await see(page, file);
      expect(await see(page, file, ['getImageData'])).toEqual(clean);
    }
    expectColours(await see(page, quartersFile('heic'), ['getImageData']), quarterColours, 14);
  });

  test('to all reads: PNG needs no canvas, other photos are refused with a word', async ({
    engines: { page },
  }) => {
    const everywhere = ['getImageData', 'readPixels', 'copyTo'] as const;
    expect(await probe(page, everywhere)).toMatchObject({ opaque: null, any: null });
    expect(await see(page, png(), everywhere)).toEqual(await see(page, png()));
    expect(await see(page, quartersFile('jpeg'), everywhere)).toEqual({ kind: 'noisy-canvas' });
  });

  test('to what is written: another canvas is used', async ({ engines: { page } }) => {
    expect(await probe(page, ['convertToBlob'])).toEqual({ opaque: 'canvas', any: 'canvas', write: 'shown' });
  });
});
