import { deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { shareThere } from '../../../../src/codec/cutOff.ts';
import { chunk } from '../../../../src/codec/metadata/pngChunks.ts';
import { PhotoError } from '../../../../src/codec/photoError.ts';
import { pngChunks } from '../../../../src/codec/png/chunks.ts';
import { shareOfPng, soundPng } from '../../../../src/codec/png/soundPng.ts';
import type { FailureReason } from '../../../../src/core/faults/failure.ts';
import { drawPicture, toPng } from '../../../fixtures/pictures.ts';
import { quarters } from '../../../fixtures/quarters.ts';

const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));
const join = (...parts: readonly Uint8Array[]) => Uint8Array.from(Buffer.concat(parts));

const plain = Uint8Array.from(toPng(drawPicture(40, 30, 5)));
const endBytes = 12;
const open = plain.slice(0, -endBytes);

/** The same rows, in so many chunks. */
function inChunks(png: Uint8Array, count: number): Uint8Array<ArrayBuffer> {
  const data = [...pngChunks(png)].filter(({ name }) => name === 'IDAT');
  const packed = Buffer.concat(data.map(({ from, to }) => png.subarray(from, to)));
  const rows = deflateSync(inflateSync(packed), { level: 0 });
  const step = Math.ceil(rows.length / count);
  const pieces = Array.from({ length: count }, (_, i) =>
    chunk('IDAT', rows.subarray(i * step, (i + 1) * step)),
  );
  return join(png.subarray(0, 33), ...pieces, chunk('IEND', new Uint8Array()));
}

async function refusal(bytes: Uint8Array<ArrayBuffer>): Promise<FailureReason | null> {
  try {
    await soundPng(bytes);
    return null;
  } catch (error) {
    if (error instanceof PhotoError) return error.reason;
    throw error;
  }
}

describe('soundPng', () => {
  test('takes a whole one as it is, whatever lies behind its end', async () => {
    expect(await soundPng(plain)).toBe(plain);
    const trailed = join(plain, Buffer.from('\0\0\0\x18ftypmp42'));
    expect(await soundPng(trailed)).toBe(trailed);
  });

  test('gives one without its end chunk that chunk, and takes away what lies behind', async () => {
    expect(await soundPng(open)).toEqual(plain);
    expect(await soundPng(join(open, Buffer.from('\0\0\0\x18\x01\x02\x03\x04 a film')))).toEqual(plain);
  });

  test('mends a last chunk without its checksum', async () => {
    expect(await soundPng(plain.slice(0, -endBytes - 3))).toEqual(plain);
  });

  test.each([
    ['one chunk', inChunks(plain, 1)],
    ['several chunks', inChunks(plain, 5)],
    ['interlaced', bytesOf(quarters.interlacedPng)],
    ['16 bits', bytesOf(quarters.deepPng)],
    ['a palette', bytesOf(quarters.palettePng)],
  ])('%s: all there, and half of it', async (_, bytes) => {
    expect(await shareOfPng(bytes)).toBe(1);
    expect(await refusal(bytes.slice(0, bytes.length / 2))).toMatchObject({ kind: 'cut-off' });
  });

  test('says after how much of it it was cut off', async () => {
    const whole = inChunks(plain, 5);
    expect(await refusal(whole.slice(0, whole.length / 2))).toEqual({ kind: 'cut-off', percent: 49 });
  });
});

test.each([
  ['image/webp', bytesOf(quarters.webp)],
  ['image/bmp', bytesOf(quarters.bmp)],
  ['image/heic', bytesOf(quarters.heic)],
  ['image/avif', bytesOf(quarters.avif)],
  ['image/png', plain],
] as const)('%s says how much of it is there', async (type, bytes) => {
  expect(await shareThere(bytes, type)).toBe(1);
  const half = await shareThere(bytes.slice(0, bytes.length / 2), type);
  expect(half).toBeGreaterThan(0.3);
  expect(half).toBeLessThan(1);
});
