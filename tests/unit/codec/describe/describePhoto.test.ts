import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { describeFile, describePhoto } from '../../../../src/codec/describe/describePhoto.ts';
import type { FileDescription } from '../../../../src/codec/describe/description.ts';
import { sniffType } from '../../../../src/codec/describe/sniff.ts';
import { withoutOrientation } from '../../../../src/codec/metadata/withoutOrientation.ts';

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
const webpExtended = (flags: number, ...more: readonly (readonly [string, readonly number[]])[]) =>
  join(
    [...webp('VP8X', [flags, 0, 0, 0, 63, 0, 0, 31, 0, 0])],
    ...more.flatMap(([name, content]) => [
      name,
      le32(content.length),
      content,
      new Array<number>(content.length % 2).fill(0),
    ]),
  );
const padding = new Array<number>(20).fill(0);

const iso = (major: string, ...compatible: readonly string[]) =>
  join(be32(16 + 4 * compatible.length), 'ftyp', major, be32(0), ...compatible);

const gifFrame = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
const gifPause = [0x21, 0xf9, 4, 0, 0, 0, 0, 0];
const gif = (...blocks: readonly (readonly number[])[]) =>
  join('GIF89a', le16(20), le16(10), [0x80, 0, 0], [0, 0, 0, 255, 255, 255], ...blocks, [0x3b]);

const bmp = (depth: number, height = 5) =>
  join(
    'BM',
    le32(54),
    le32(0),
    le32(54),
    le32(40),
    le32(7),
    le32(height),
    [1, 0],
    le16(depth),
    le32(0),
    le32(0),
  );

/** The header of OS/2's first version: sides of 16 bits. */
const os2Bmp = join(
  'BM',
  le32(30),
  le32(0),
  le32(26),
  le32(12),
  le16(127),
  le16(64),
  [1, 0],
  le16(8),
  [0, 0, 0, 0],
);

/** A TIFF of one field, without a picture: `type` 3 is SHORT, 4 LONG, 1 BYTE. */
const tiff = (type: number, value: number, tag = 0x0112) => [
  ...latin('II'),
  ...[42, 0, 8, 0, 0, 0, 1, 0],
  ...[...le16(tag), ...le16(type), ...le32(1), ...le32(value)],
  ...le32(0),
];
const bigTiff = (value: number) => [
  ...latin('MM'),
  ...[0, 42, 0, 0, 0, 8, 0, 1],
  ...[1, 0x12, 0, 3, 0, 0, 0, 1, 0, value, 0, 0],
  ...le32(0),
];
const exifChunk = (orientation: number) => pngChunk('eXIf', tiff(3, orientation));
const pngEnd = pngChunk('IEND', []);

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

const photoOf = (said: FileDescription | null) => (said?.kind === 'photo' ? said : null);

describe('describeFile', () => {
  test.each([
    [jpeg(jfif, frame(300, 200), scan), { type: 'image/jpeg', width: 300, height: 200, settled: true }],
    [png(2), { type: 'image/png', width: 640, height: 480 }],
    [gif(gifFrame), { type: 'image/gif', width: 20, height: 10 }],
    [bmp(24), { type: 'image/bmp', width: 7, height: 5 }],
    [bmp(24, -5), { type: 'image/bmp', width: 7, height: 5 }],
    [os2Bmp, { type: 'image/bmp', width: 127, height: 64 }],
    [webpExtended(0x10), { type: 'image/webp', width: 64, height: 32 }],
    [webp('VP8L', [0x2f, 0x3f, 0xc0, 0x07, 0, ...padding]), { type: 'image/webp', width: 64, height: 32 }],
    [webp('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, 64, 0, 32, 0, ...padding]), { width: 64, height: 32 }],
    [iso('heic', 'mif1'), { type: 'image/heic', width: 0, height: 0 }],
  ])('case %#', async (bytes, said) => {
    expect(await describeFile(file(bytes))).toMatchObject(said);
  });

  test('looks further where a camera put its preview before the size', async () => {
    const preview = segment(0xe1, new Array<number>(65_000).fill(7));
    const bytes = jpeg(preview, preview, frame(4000, 3000), scan);
    expect(await describeFile(file(bytes))).toMatchObject({ type: 'image/jpeg', width: 4000, height: 3000 });
  });

  test('reads no more than the first 64 KB where they say it', async () => {
    const read: number[] = [];
    const whole = file(join([...jpeg(jfif, frame(3, 2), scan)], new Array<number>(200_000).fill(0)));
    const slice = whole.slice.bind(whole);
    whole.slice = (from, to) => {
      read.push(to ?? whole.size);
      return slice(from, to);
    };
    await describeFile(whole);
    expect(read).toEqual([65_536]);
  });

  test('what is settled is not read again, and what is not is', async () => {
    const whole = jpeg(jfif, frame(3, 2), scan);
    const known = await describeFile(file(whole));
    expect(await describePhoto(new Uint8Array(), { known: photoOf(known) })).toBe(known);
    const unsettled = png(2, pngChunk('IDAT', new Array<number>(70_000).fill(0)), exifChunk(6), pngEnd);
    const first = await describeFile(file(unsettled));
    expect(first).toMatchObject({ orientation: 1, settled: false });
    expect(await describePhoto(unsettled, { known: photoOf(first) })).toMatchObject({
      orientation: 6,
      settled: true,
    });
  });

  test.each([[latin('not a picture')], [jpeg(end)], [png(2).subarray(0, 12)]])(
    'gives null for what is no picture or cut off: %#',
    async bytes => {
      expect(await describeFile(file(Uint8Array.from(bytes)))).toBeNull();
    },
  );

  test('no reader takes what the first bytes do not promise', async () => {
    // A text that begins like a bitmap, with numbers in it that would be a size.
    expect(
      await describeFile(file(latin('BMX is a bicycle sport, and this is a text, quite long'))),
    ).toBeNull();
  });
});

describe('more than one frame', () => {
  test.each([
    [gif(gifPause, gifFrame), false],
    [gif(gifPause, gifFrame, gifPause, gifFrame), true],
    [png(6, pngChunk('IDAT', [1])), false],
    [png(6, pngChunk('acTL', be32(2)), pngChunk('IDAT', [1])), true],
    [webpExtended(0x10), false],
    [webpExtended(0x12), true],
  ] as const)('case %#', async (bytes, animated) => {
    expect(await describePhoto(bytes)).toMatchObject({ animated });
  });

  test('ends on a GIF that is cut off anywhere', async () => {
    const whole = gif(gifPause, gifFrame, gifPause, gifFrame);
    for (let length = 0; length < whole.length; length++) await describePhoto(whole.slice(0, length));
  });
});

test.each([
  [png(2, pngChunk('IDAT', [1])), 'none'],
  [png(6, pngChunk('IDAT', [1])), 'levels'],
  [png(4, pngChunk('IDAT', [1])), 'levels'],
  [png(3, pngChunk('PLTE', [1, 2, 3]), pngChunk('tRNS', [9]), pngChunk('IDAT', [1])), 'levels'],
  [png(3, pngChunk('PLTE', [1, 2, 3]), pngChunk('IDAT', [1])), 'none'],
  [webp('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, 64, 0, 32, 0, ...padding]), 'none'],
  [webp('VP8L', [0x2f, 0x3f, 0xc0, 0x07, 0, ...padding]), 'levels'],
  [webpExtended(0x10), 'levels'],
  [webpExtended(0), 'none'],
  [bmp(24), 'none'],
  [bmp(32), 'levels'],
  [gif(gifFrame), 'on-off'],
  [jpeg(frame(8, 8)), 'none'],
] as const)('alpha: case %#', async (bytes, alpha) => {
  expect(await describePhoto(bytes)).toMatchObject({ alpha });
});

describe('orientation', () => {
  const exif = (...tiff: readonly number[]) => segment(0xe1, [...latin('Exif\0\0'), ...tiff]);
  const xmp = (text: string) => segment(0xe1, [...latin('http://ns.adobe.com/xap/1.0/\0'), ...latin(text)]);
  const picture = [frame(8, 8), scan] as const;

  test.each([
    ['none', jpeg(...picture), 1, 'browser'],
    ['EXIF, as cameras write it', jpeg(exif(...tiff(3, 6)), ...picture), 6, 'browser'],
    ['big-endian', jpeg(exif(...bigTiff(8)), ...picture), 8, 'browser'],
    ['as LONG', jpeg(exif(...tiff(4, 6)), ...picture), 6, 'here'],
    ['as BYTE', jpeg(exif(...tiff(1, 3)), ...picture), 3, 'here'],
    ['outside of 1 to 8', jpeg(exif(...tiff(3, 9)), ...picture), 1, 'browser'],
    ['XMP alone, an attribute', jpeg(xmp('<a tiff:Orientation="8"/>'), ...picture), 8, 'here'],
    [
      'XMP alone, under another name',
      jpeg(
        xmp('<a xmlns:t="http://ns.adobe.com/tiff/1.0/" tiff:Orientation="3" t:Orientation="8"/>'),
        ...picture,
      ),
      8,
      'here',
    ],
    [
      'XMP alone, not in a comment',
      jpeg(xmp('<!-- tiff:Orientation="3" --><a tiff:Orientation="8"/>'), ...picture),
      8,
      'here',
    ],
    ['XMP alone, an element', jpeg(xmp('<tiff:Orientation>5</tiff:Orientation>'), ...picture), 5, 'here'],
    [
      'EXIF before XMP',
      jpeg(xmp('<a tiff:Orientation="8"/>'), exif(...tiff(3, 3)), ...picture),
      3,
      'browser',
    ],
    [
      'XMP beside an EXIF that does not say',
      jpeg(exif(...tiff(3, 6, 0x010f)), xmp('tiff:Orientation="3"'), ...picture),
      3,
      'here',
    ],
    ['PNG, before the pixels', png(2, exifChunk(6), pngChunk('IDAT', [1]), pngEnd), 6, 'here'],
    ['PNG, behind the pixels', png(2, pngChunk('IDAT', [1]), exifChunk(6), pngEnd), 6, 'here'],
    ['PNG, behind its end', png(2, pngChunk('IDAT', [1]), pngEnd, exifChunk(6)), 1, 'browser'],
    [
      'PNG, XMP',
      png(2, pngChunk('iTXt', [...latin('XML:com.adobe.xmp\0\0\0\0\0tiff:Orientation="7"')]), pngEnd),
      7,
      'here',
    ],
    ['WebP, behind the pixels', webpExtended(8, ['EXIF', tiff(3, 6)]), 6, 'here'],
    [
      'WebP, with the name of the JPEG segment',
      webpExtended(8, ['EXIF', [...latin('Exif\0\0'), ...tiff(3, 6)]]),
      6,
      'here',
    ],
    ['WebP, XMP', webpExtended(4, ['XMP ', [...latin('tiff:Orientation="2"')]]), 2, 'here'],
  ] as const)('%s', async (_, bytes, orientation, turnedBy) => {
    expect(await describePhoto(bytes)).toMatchObject({ orientation, turnedBy });
    const type = sniffType(bytes);
    if (type === null || turnedBy === 'browser') return;
    // Whoever decodes the other file finds nothing to turn by, wherever it looks.
    const lying = withoutOrientation(bytes, type);
    expect(await describePhoto(lying)).toMatchObject(
      bytes[0] === 0x89 && orientation === 7 ? { width: 640 } : { orientation: 1 },
    );
  });

  test('in hexadecimal digits, as ImageMagick writes it into PNGs', async () => {
    const hex = Buffer.from([...latin('Exif\0\0'), ...tiff(3, 6)]).toString('hex');
    const text = `\nexif\n      ${hex.length / 2}\n${hex.slice(0, 40)}\n${hex.slice(40)}\n`;
    const packed = [...latin('Raw profile type exif\0'), 0, ...deflateSync(latin(text))];
    const bytes = png(2, pngChunk('zTXt', packed), pngChunk('IDAT', [1]), pngEnd);
    expect(await describePhoto(bytes)).toMatchObject({ orientation: 6, turnedBy: 'here' });
  });
});

test.each([
  [jpeg(frame(8, 8, 0xc3), scan), 'lossless'],
  [jpeg(frame(8, 8, 0xc9), scan), 'arithmetic'],
  [jpeg([...frame(8, 8)].with(4, 12), scan), '12-bit'],
  [jpeg(frame(8, 8, 0xc2), scan), undefined],
])('a coding that no browser reads: case %#', async (bytes, coding) => {
  expect((await describePhoto(bytes))?.coding).toBe(coding);
});
