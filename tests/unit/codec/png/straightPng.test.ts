import { encode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { withPngChunks } from '../../../../src/codec/metadata/pngChunks.ts';
import { decodeStraightPng } from '../../../../src/codec/png/straightPng.ts';
import { brokenPng, drawPicture } from '../../../fixtures/pictures.ts';

const [width, height] = [9, 7];

/** The first channels of a drawn picture; the last of 2 and 4 is its alpha. */
function levels(channels: number): Uint8Array<ArrayBuffer> {
  const { data } = drawPicture(width, height, 3, 4);
  return Uint8Array.from({ length: width * height * channels }, (_, i) => {
    const channel = i % channels;
    const alpha = channels % 2 === 0 && channel === channels - 1;
    return data[Math.floor(i / channels) * 4 + (alpha ? 3 : channel)] ?? 0;
  });
}

/** What it looks like in RGBA. */
function rgba(channels: number): readonly number[] {
  const data = levels(channels);
  return Array.from({ length: width * height }, (_, i) => {
    const at = (channel: number) => data[i * channels + channel] ?? 0;
    const colour = channels < 3 ? [at(0), at(0), at(0)] : [at(0), at(1), at(2)];
    return [...colour, channels % 2 === 0 ? at(channels - 1) : 255];
  }).flat();
}

const png = (channels: number) =>
  new Uint8Array(encode({ width, height, channels, depth: 8, data: levels(channels) }));

describe('a PNG read without the browser', () => {
  test.each([
    ['grey', 1],
    ['grey with alpha', 2],
    ['RGB', 3],
    ['RGBA', 4],
  ] as const)('%s: every level under every alpha', async (_, channels) => {
    const read = await decodeStraightPng(png(channels));
    expect(read).toMatchObject({ width, height });
    expect([...(read?.data ?? [])]).toEqual(rgba(channels));
  });

  test('16 bits become 8', async () => {
    const data = Uint16Array.from(levels(3), level => level * 257);
    const deep = new Uint8Array(encode({ width, height, channels: 3, depth: 16, data }));
    expect([...((await decodeStraightPng(deep))?.data ?? [])]).toEqual(rgba(3));
  });

  test('damage, and what takes a browser to read, are left to it', async () => {
    expect(await decodeStraightPng(brokenPng(20, 10))).toBeNull();
    for (const name of ['gAMA', 'tRNS', 'cICP']) {
      const chunk = withChunk(png(3), name);
      expect(await decodeStraightPng(chunk), name).toBeNull();
    }
    expect(
      await decodeStraightPng(withPngChunks(png(3), { exif: new Uint8Array([1]), xmp: null })),
    ).toBeNull();
  });
});

/** A PNG with an empty chunk more, right behind its header. */
function withChunk(bytes: Uint8Array, name: string): Uint8Array<ArrayBuffer> {
  const chunk = [0, 0, 0, 0, ...new TextEncoder().encode(name), 0, 0, 0, 0];
  return Uint8Array.from([...bytes.subarray(0, 33), ...chunk, ...bytes.subarray(33)]);
}
