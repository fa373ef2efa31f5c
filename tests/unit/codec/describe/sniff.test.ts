import { describe, expect, test } from 'vitest';
import { isAnimated, mayBeTranslucent } from '../../../../src/codec/describe/features.ts';
import { readHeader } from '../../../../src/codec/describe/header.ts';
import { sniffType } from '../../../../src/codec/describe/sniff.ts';
import { isJpegDamaged } from '../../../../src/codec/jpeg/jpegDamage.ts';

const latin = (text: string) => Uint8Array.from(text, c => c.charCodeAt(0));
const join = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap(part => (typeof part === 'string' ? [...latin(part)] : [...part])));
const be32 = (n: number) => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
const be16 = (n: number) => [n >> 8, n & 255];
const le16 = (n: number) => [n & 255, n >> 8];
const le32 = (n: number) => be32(n).reverse();
const file = (bytes: Uint8Array<ArrayBuffer>) => new Blob([bytes]);

const pngChunk = (name: string, content: readonly number[]) => [
  ...be32(content.length),
  ...latin(name),
  ...content,
  ...be32(0),
];
const png = (colourType: number, ...chunks: readonly (readonly number[])[]) =>
  join(
    '\x89PNG\r\n\x1a\n',
    pngChunk('IHDR', [...be32(640), ...be32(480), 8, colourType, 0, 0, 0]),
    ...chunks,
  );

const webp = (chunk: string, content: readonly number[]) =>
  join('RIFF', le32(content.length + 12), 'WEBP', chunk, le32(content.length), content);
const webpExtended = (flags: number) => webp('VP8X', [flags, 0, 0, 0, 63, 0, 0, 31, 0, 0]);

const iso = (major: string, ...compatible: readonly string[]) =>
  join(be32(16 + 4 * compatible.length), 'ftyp', major, be32(0), ...compatible);

const gifFrame = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
const gifPause = [0x21, 0xf9, 4, 0, 0, 0, 0, 0];
const gif = (...blocks: readonly (readonly number[])[]) =>
  join('GIF89a', le16(20), le16(10), [0x80, 0, 0], [0, 0, 0, 255, 255, 255], ...blocks, [0x3b]);

const bmp = (depth: number) =>
  join('BM', le32(54), le32(0), le32(54), le32(40), le32(7), le32(5), [1, 0], le16(depth), le32(0), le32(0));

const segment = (marker: number, content: readonly number[]) => [
  0xff,
  marker,
  ...be16(content.length + 2),
  ...content,
];
const frame = (width: number, height: number, marker = 0xc0) =>
  segment(marker, [8, ...be16(height), ...be16(width), 1, 1, 0x11, 0]);
const scan = segment(0xda, [1, 1, 0, 0, 63, 0]);
const jfif = segment(0xe0, [...latin('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]);
const jpeg = (...parts: readonly (readonly number[])[]) => join([0xff, 0xd8], ...parts);
const end = [0xff, 0xd9];

describe('sniffType', () => {
  test.each([
    [jpeg(frame(8, 8)), 'image/jpeg'],
    [png(6), 'image/png'],
    [gif(gifFrame), 'image/gif'],
    [webpExtended(0), 'image/webp'],
    [bmp(24), 'image/bmp'],
    [iso('avif', 'mif1'), 'image/avif'],
    [iso('mif1', 'miaf', 'avif'), 'image/avif'],
    [iso('heic', 'mif1'), 'image/heic'],
    [iso('mif1', 'heic'), 'image/heic'],
    [iso('isom', 'mp41'), null],
    [latin('BMX is a bicycle sport, and this is a text'), null],
    [latin('<svg xmlns="http://www.w3.org/2000/svg"/>'), null],
    [new Uint8Array(), null],
    [Uint8Array.of(0xff, 0xd8), null],
  ])('case %#', (bytes, type) => {
    expect(sniffType(bytes)).toBe(type);
  });
});

describe('readHeader', () => {
  test.each([
    [jpeg(jfif, frame(300, 200), scan), { type: 'image/jpeg', width: 300, height: 200 }],
    [png(2), { type: 'image/png', width: 640, height: 480 }],
    [gif(gifFrame), { type: 'image/gif', width: 20, height: 10 }],
    [bmp(24), { type: 'image/bmp', width: 7, height: 5 }],
    [webpExtended(0x10), { type: 'image/webp', width: 64, height: 32 }],
    [iso('heic', 'mif1'), { type: 'image/heic', width: 0, height: 0 }],
  ])('case %#', async (bytes, header) => {
    expect(await readHeader(file(bytes))).toEqual(header);
  });

  test('looks further where a camera put its preview before the size', async () => {
    const preview = segment(0xe1, new Array<number>(65_000).fill(7));
    const bytes = jpeg(preview, preview, frame(4000, 3000), scan);
    expect(await readHeader(file(bytes))).toEqual({ type: 'image/jpeg', width: 4000, height: 3000 });
  });

  test('reads no more than the first 64 KB where they say it', async () => {
    const read: number[] = [];
    const whole = file(join([...jpeg(jfif, frame(3, 2), scan)], new Array<number>(200_000).fill(0)));
    const slice = whole.slice.bind(whole);
    whole.slice = (from, to) => {
      read.push(to ?? whole.size);
      return slice(from, to);
    };
    await readHeader(whole);
    expect(read).toEqual([65_536]);
  });

  test.each([[latin('not a picture')], [new Uint8Array()], [jpeg(end)], [png(2).subarray(0, 12)]])(
    'gives null for what is no picture or cut off: %#',
    async bytes => {
      expect(await readHeader(file(Uint8Array.from(bytes)))).toBeNull();
    },
  );
});

describe('isAnimated', () => {
  test.each([
    [gif(gifPause, gifFrame), 'image/gif', false],
    [gif(gifPause, gifFrame, gifPause, gifFrame), 'image/gif', true],
    [png(6, pngChunk('IDAT', [1])), 'image/png', false],
    [png(6, pngChunk('acTL', be32(2)), pngChunk('IDAT', [1])), 'image/png', true],
    [webpExtended(0x10), 'image/webp', false],
    [webpExtended(0x12), 'image/webp', true],
    [iso('avif', 'mif1'), 'image/avif', false],
    [iso('avis', 'avif'), 'image/avif', true],
  ] as const)('case %#', (bytes, type, animated) => {
    expect(isAnimated(bytes, type)).toBe(animated);
  });

  test('ends on a GIF that is cut off anywhere', () => {
    const whole = gif(gifPause, gifFrame, gifPause, gifFrame);
    for (let length = 0; length < whole.length; length++) isAnimated(whole.subarray(0, length), 'image/gif');
  });
});

test.each([
  [png(2, pngChunk('IDAT', [1])), 'image/png', false],
  [png(6, pngChunk('IDAT', [1])), 'image/png', true],
  [png(4, pngChunk('IDAT', [1])), 'image/png', true],
  [png(3, pngChunk('PLTE', [1, 2, 3]), pngChunk('tRNS', [9]), pngChunk('IDAT', [1])), 'image/png', true],
  [png(3, pngChunk('PLTE', [1, 2, 3]), pngChunk('IDAT', [1])), 'image/png', false],
  [webp('VP8 ', [0]), 'image/webp', false],
  [webp('VP8L', [0x2f]), 'image/webp', true],
  [webpExtended(0x10), 'image/webp', true],
  [webpExtended(0), 'image/webp', false],
  [bmp(24), 'image/bmp', false],
  [bmp(32), 'image/bmp', true],
  [jpeg(frame(8, 8)), 'image/jpeg', false],
] as const)('mayBeTranslucent: case %#', (bytes, type, translucent) => {
  expect(mayBeTranslucent(bytes, type)).toBe(translucent);
});

describe('isJpegDamaged', () => {
  // 32 × 8 pixels in one component are four units, so three restart markers lie between them.
  const restarts = segment(0xdd, be16(1));
  const rst = (n: number) => [0xff, 0xd0 + n];
  const data = [1, 2, 0xff, 0, 3];
  const whole = [...data, ...rst(0), ...data, ...rst(1), ...data, ...rst(2), ...data];

  test.each([
    ['whole', jpeg(restarts, frame(32, 8), scan, whole, end), false],
    ['whole, with a video behind it', jpeg(restarts, frame(32, 8), scan, whole, end, [0, 0xff, 5, 1]), false],
    ['no restart markers promised', jpeg(frame(32, 8), scan, data, end), false],
    ['a stray byte between segments', jpeg(restarts, [0], frame(32, 8), scan, whole, end), false],
    ['no end: the browser judges', jpeg(restarts, frame(32, 8), scan, whole), false],
    ['a part missing', jpeg(restarts, frame(32, 8), scan, data, rst(0), data, end), true],
    ['parts out of order', jpeg(restarts, frame(32, 8), scan, data, rst(0), data, rst(2), data, end), true],
    ['nonsense among the data', jpeg(frame(32, 8), scan, data, [0xff, 0x1f], data, end), true],
    [
      'progressive, with several scans',
      jpeg(restarts, frame(32, 8, 0xc2), scan, data, scan, data, end),
      false,
    ],
  ])('%s', (_, bytes, damaged) => {
    expect(isJpegDamaged(bytes)).toBe(damaged);
  });

  test('ends on one that is cut off anywhere', () => {
    const bytes = jpeg(restarts, frame(32, 8), scan, whole, end);
    for (let length = 0; length < bytes.length; length++) isJpegDamaged(bytes.subarray(0, length));
  });
});
