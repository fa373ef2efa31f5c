import { describe, expect, test } from 'vitest';
import { describeFile, describePhoto } from '../../../../src/codec/describe/describePhoto.ts';
import { directoryAt, openTiff } from '../../../../src/codec/metadata/tiffFields.ts';
import { PhotoError } from '../../../../src/codec/photoError.ts';
import { decodeTiff } from '../../../../src/codec/tiff/decodeTiff.ts';
import { jpegOfPiece } from '../../../../src/codec/tiff/jpegPiece.ts';
import { unpackLzw } from '../../../../src/codec/tiff/lzw.ts';
import { quarterColours } from '../../../fixtures/quarters.ts';
import { tiffs } from '../../../fixtures/tiffs.ts';

const fileOf = (which: keyof typeof tiffs) => new Uint8Array(Buffer.from(tiffs[which], 'base64'));

const noJpeg = () => Promise.reject(new Error('There is no JPEG in it.'));

/** The middle of each quarter, RGBA. */
async function seen(bytes: Uint8Array<ArrayBuffer>): Promise<readonly (readonly number[])[]> {
  const { pixels } = await decodeTiff(bytes, noJpeg);
  expect([pixels.width, pixels.height]).toEqual([48, 32]);
  return [8, 24].flatMap(y =>
    [12, 36].map(x => [...pixels.data.slice((y * 48 + x) * 4, (y * 48 + x) * 4 + 4)]),
  );
}

const opaque = quarterColours.map(colour => [...colour, 255]);

describe('decodeTiff', () => {
  test.each([
    'plain',
    'lzw',
    'lzwBig16',
    'deflate16',
    'packbits',
    'planar',
    'tiled',
    'palette',
    'cmyk',
    'turned',
    'pages',
  ] as const)('%s: every colour to the level', async which => {
    expect(await seen(fileOf(which))).toEqual(opaque);
  });

  test('grey of 16 bits, and black and white', async () => {
    expect(await seen(fileOf('grey16'))).toEqual([70, 152, 44, 240].map(level => [level, level, level, 255]));
    expect(await seen(fileOf('bilevel'))).toEqual([0, 255, 0, 255].map(level => [level, level, level, 255]));
  });

  test('alpha is kept beside its colours', async () => {
    expect(await seen(fileOf('alpha'))).toEqual(quarterColours.map(colour => [...colour, 128]));
  });

  test('one that is cut off is refused as that', async () => {
    const bytes = fileOf('plain');
    const tiff = openTiff(bytes);
    if (tiff === null) throw new Error('no TIFF');
    const strips = directoryAt(tiff, tiff.first).fields.find(({ tag }) => tag === 0x111);
    if (strips === undefined) throw new Error('no strips');
    // The last of seven strips begins ten bytes before the end of the file.
    new DataView(bytes.buffer).setUint32(strips.at + 4 * (strips.count - 1), bytes.length - 10, true);
    await expect(decodeTiff(bytes, noJpeg)).rejects.toMatchObject({
      reason: { kind: 'cut-off', percent: 85 },
    });
  });

  test('one that breaks off anywhere is refused', async () => {
    // Its directory stands at the end, behind the pixels.
    const bytes = fileOf('deflate16');
    const directory = new DataView(bytes.buffer).getUint32(4, true);
    for (let length = 0; length < directory + 60; length += 7) {
      await expect(decodeTiff(bytes.slice(0, length), noJpeg)).rejects.toThrow(PhotoError);
    }
  });

  test('a JPEG in it that has a hole, or was never written, is refused before a browser draws it', async () => {
    const bytes = fileOf('jpeg');
    const start = Buffer.from(bytes).lastIndexOf(Buffer.from([0xff, 0xda]));
    const holed = bytes.slice();
    holed.fill(0, start + 30, start + 120);
    await expect(decodeTiff(holed, noJpeg)).rejects.toThrow(PhotoError);
    expect(() => jpegOfPiece(new Uint8Array(), null, 'rgb')).toThrow(PhotoError);
  });
});

test.each([
  [
    'plain',
    { orientation: 1, alpha: 'none', animated: false, colour: { model: 'rgb', bits: 8, profile: false } },
  ],
  ['turned', { orientation: 6, turnedBy: 'here' }],
  ['alpha', { alpha: 'levels' }],
  ['pages', { animated: true }],
  ['cmyk', { colour: { model: 'cmyk', bits: 8, profile: false } }],
  ['jpeg', { colour: { model: 'rgb', bits: 8, profile: false } }],
] as const)('%s says what it is', async (which, said) => {
  const bytes = fileOf(which);
  const expected = { kind: 'photo', type: 'image/tiff', width: 48, height: 32, settled: true, ...said };
  expect(await describeFile(new File([bytes], 'a.jpg'))).toMatchObject(expected);
  expect(await describePhoto(bytes)).toMatchObject(expected);
});

test('a fax is named, and not read', async () => {
  expect(await describeFile(new File([fileOf('fax')], 'a.tif'))).toEqual({ kind: 'other', what: 'tiff' });
});

test('a directory far behind the first bytes is found', async () => {
  const bytes = fileOf('lzw');
  const view = new DataView(bytes.buffer);
  const at = view.getUint32(4, true);
  // A copy of the whole behind three megabytes, to which its first bytes lead; offsets in it lead back to the front.
  const far = new Uint8Array(3_000_000 + bytes.length);
  far.set(bytes);
  far.set(bytes.subarray(at), 3_000_000);
  new DataView(far.buffer).setUint32(4, 3_000_000, true);
  expect(await describeFile(new File([far], 'a.tif'))).toMatchObject({ width: 48, height: 32 });
  expect(await seen(far)).toEqual(opaque);
});

test('LZW that makes no sense ends, with what came before', () => {
  expect(unpackLzw(Uint8Array.of(0x80, 0x20, 0xff, 0xff, 0xff), 100).length).toBeLessThan(100);
  expect(unpackLzw(new Uint8Array(), 100)).toHaveLength(0);
});
