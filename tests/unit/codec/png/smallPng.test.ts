import { decode, encode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { withPngChunks } from '../../../../src/codec/metadata/pngChunks.ts';
import { isPlainPng } from '../../../../src/codec/png/plainPng.ts';
import { encodePng, isSmall } from '../../../../src/codec/png/smallPng.ts';
import { brokenPng, drawPicture, numbers, toPng } from '../../../fixtures/pictures.ts';

/** Slopes and noise: every filter is the best for some row. */
function picture(width: number, height: number, seed: number, opaque: boolean) {
  const next = numbers(seed);
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < data.length; i++) {
    const slope = ((i >> 2) % width) * (1 + ((i >> 2) % 7)) + Math.floor(i / width);
    data[i] = i % 4 === 3 ? (opaque ? 255 : next() * 256) : i % 5 === 0 ? next() * 256 : slope % 256;
  }
  return { width, height, data };
}

describe('small PNGs', () => {
  const sizes = [
    [1, 1],
    [3, 2],
    [32, 32],
    [1, 200],
    [127, 129],
  ] as const;

  test.each(sizes)('%i × %i, opaque, comes back to the level', async (width, height) => {
    const given = picture(width, height, 3, true);
    const { data, channels } = decode((await encodePng(given, true)) ?? new Uint8Array(), {
      checkCrc: true,
    });
    expect(channels).toBe(3);
    expect([...data]).toEqual([...given.data].filter((_, i) => i % 4 !== 3));
  });

  test.each(sizes)('%i × %i, with every alpha, comes back to the level', async (width, height) => {
    const given = picture(width, height, 5, false);
    const { data, channels } = decode((await encodePng(given, false)) ?? new Uint8Array(), {
      checkCrc: true,
    });
    expect(channels).toBe(4);
    expect([...data]).toEqual([...given.data]);
  });

  test('is no larger than an encoder that filters nothing makes it', async () => {
    const { width, height, data } = drawPicture(64, 64, 8, 4);
    const made = await encodePng({ width, height, data: new Uint8ClampedArray(data) }, false);
    expect(made?.length).toBeLessThan(encode({ width, height, data, channels: 4, depth: 8 }).length);
  });

  test('are up to 128 × 128: larger ones are the browser’s', () => {
    expect(isSmall({ width: 128, height: 128 })).toBe(true);
    expect(isSmall({ width: 129, height: 128 })).toBe(false);
  });
});

describe('a PNG is plain', () => {
  const plain = toPng(drawPicture(20, 10, 1));
  const marks = { exif: null, xmp: null };

  test('of 8 bits, with or without alpha, and with harmless chunks', () => {
    expect(isPlainPng(plain)).toBe(true);
    expect(isPlainPng(toPng(drawPicture(20, 10, 1, 4)))).toBe(true);
    expect(isPlainPng(withPngChunks(new Uint8Array(plain), { ...marks, xmp: new Uint8Array(4) }))).toBe(true);
    // Damage inside the data shows when it is decoded.
    expect(isPlainPng(brokenPng(20, 10))).toBe(true);
  });

  test('not when it is cut off, goes on, is turned, large, deep or interlaced', () => {
    expect(isPlainPng(plain.subarray(0, plain.length - 1))).toBe(false);
    expect(isPlainPng(plain.subarray(0, plain.length - 20))).toBe(false);
    expect(isPlainPng(Uint8Array.from([...plain, 0]))).toBe(false);
    expect(isPlainPng(withPngChunks(new Uint8Array(plain), { ...marks, exif: new Uint8Array(4) }))).toBe(
      false,
    );
    expect(isPlainPng(toPng(drawPicture(600, 500, 1)))).toBe(false);
    const deep = encode({ width: 2, height: 2, channels: 3, depth: 16, data: new Uint16Array(12) });
    expect(isPlainPng(deep)).toBe(false);
    const interlaced = plain.slice();
    interlaced[28] = 1;
    expect(isPlainPng(interlaced)).toBe(false);
    expect(isPlainPng(new Uint8Array())).toBe(false);
  });
});
