import { readFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { decodePhoto, readDescription } from '../../../../cli/photo/decodePhoto.ts';
import { encodePhoto } from '../../../../cli/photo/encodePhoto.ts';
import { protectBytes } from '../../../../cli/photo/protectPhoto.ts';
import { decodeSmallPng, encodeSmallPng } from '../../../../cli/photo/smallPng.ts';
import { withoutAlpha } from '../../../../cli/photo/withoutAlpha.ts';
import { PlanesCodec } from '../../../../src/codec/jpeg/planes/jpegPlanes.ts';
import { protectPlanes } from '../../../../src/codec/jpeg/planes/protectPlanes.ts';
import { createCpuEngine } from '../../../../src/engine/cpu/cpuEngine.ts';
import { noise, picture } from '../pictures.ts';

const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

async function decoded(bytes: Uint8Array) {
  const own = owned(bytes);
  const photo = await readDescription(own);
  return { ...(await decodePhoto(own, photo)), type: photo.type };
}

/** What sharp alone makes of a file: RGBA. */
async function levels(file: Uint8Array): Promise<Buffer> {
  return sharp(file).ensureAlpha().raw().toBuffer();
}

describe('a photo is decoded', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('upright, whatever its orientation: %i', async orientation => {
    // Four fields of one colour each; red is top left in what a person sees.
    const colours = [0xff0000, 0x00ff00, 0x0000ff, 0xffffff];
    const data = Buffer.alloc(32 * 16 * 3);
    for (let y = 0; y < 16; y++)
      for (let x = 0; x < 32; x++)
        data.writeUIntBE(colours[(y < 8 ? 0 : 2) + (x < 16 ? 0 : 1)] ?? 0, (y * 32 + x) * 3, 3);
    const upright = sharp(data, { raw: { width: 32, height: 16, channels: 3 } });
    // Undoes what the orientation asks for.
    const turns = {
      1: [0, 0],
      2: [0, 1],
      3: [180, 0],
      4: [180, 1],
      5: [270, 1],
      6: [270, 0],
      7: [90, 1],
      8: [90, 0],
    }[orientation] ?? [0, 0];
    const turned = await sharp(await (turns[1] ? upright.flop() : upright).png().toBuffer())
      .rotate(turns[0] ?? 0)
      .withMetadata({ orientation })
      .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
      .toBuffer();
    const { pixels } = await decoded(turned);
    expect([pixels.width, pixels.height]).toEqual([32, 16]);
    const at = (x: number, y: number) => [...pixels.data.slice((y * 32 + x) * 4, (y * 32 + x) * 4 + 3)];
    const near = (x: number, y: number, wanted: readonly number[]) => {
      for (const [c, level] of at(x, y).entries()) expect(Math.abs(level - (wanted[c] ?? 0))).toBeLessThan(8);
    };
    near(4, 4, [255, 0, 0]);
    near(28, 4, [0, 255, 0]);
    near(4, 12, [0, 0, 255]);
  });

  test('into sRGB from its colour profile', async () => {
    const red = sharp({ create: { width: 20, height: 20, channels: 3, background: '#c83c3c' } });
    const p3 = await red.withIccProfile('p3').png().toBuffer();
    const { pixels } = await decoded(p3);
    // The file holds Display P3 numbers; the eye sees the red that was asked for.
    const stored = await sharp(p3, { ignoreIcc: true }).raw().toBuffer();
    expect(Math.abs((stored[0] ?? 0) - 200)).toBeGreaterThan(5);
    for (const [c, level] of [200, 60, 60].entries())
      expect(Math.abs((pixels.data[c] ?? 0) - level)).toBeLessThanOrEqual(2);
  });

  test('with its alpha, grey, 16 bits and palette included', async () => {
    const alpha = await picture('png', 200, 150, 3, 4);
    const { pixels, opaque } = await decoded(alpha);
    expect(opaque).toBe(false);
    expect(Buffer.compare(Buffer.from(pixels.data), await levels(alpha))).toBe(0);
    const grey = await sharp(alpha).removeAlpha().greyscale().png().toBuffer();
    const sixteen = await sharp(alpha).removeAlpha().toColourspace('rgb16').png().toBuffer();
    const palette = await sharp(alpha).removeAlpha().png({ palette: true, colours: 16 }).toBuffer();
    for (const file of [grey, sixteen, palette]) {
      const one = await decoded(file);
      expect([one.opaque, one.pixels.width, one.pixels.height]).toEqual([true, 200, 150]);
      expect(one.pixels.data).toHaveLength(200 * 150 * 4);
    }
  });

  test.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('from %s', async format => {
    const file = await sharp(noise(64 * 48 * 3, 5), { raw: { width: 64, height: 48, channels: 3 } })
      .toFormat(format)
      .toBuffer();
    const { pixels, type } = await decoded(file);
    expect([type, pixels.width, pixels.height]).toEqual([`image/${format}`, 64, 48]);
  });

  test.each([
    ['nothing', () => Buffer.alloc(0), 'unsupported'],
    ['text', () => Buffer.from('no picture'), 'unreadable'],
    ['half a PNG', async () => (await picture('png', 200, 200, 1)).subarray(0, 20_000), 'cut-off'],
    ['half a JPEG', async () => (await picture('jpeg', 200, 200, 1)).subarray(0, 9_000), 'cut-off'],
    ['half a small PNG', async () => (await picture('png', 32, 32, 1)).subarray(0, 1000), 'cut-off'],
    ['a bomb', () => pngOf(60_000, 60_000), 'too-large'],
  ])('never from %s', async (_, bytes, reason) => {
    await expect(async () => decoded(await bytes())).rejects.toMatchObject({ reason: { kind: reason } });
  });
});

/** A PNG's head without its pixels. */
function pngOf(width: number, height: number): Buffer {
  const header = Buffer.alloc(25);
  header.writeUInt32BE(13);
  header.write('IHDR', 4);
  header.writeUInt32BE(width, 8);
  header.writeUInt32BE(height, 12);
  header.set([8, 2, 0, 0, 0], 16);
  header.writeUInt32BE(crc32(header.subarray(4, 21)), 21);
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), header, deflateSync(Buffer.alloc(9))]);
}

describe('small PNGs go a short way', () => {
  test.each([
    ['RGB', 3],
    ['RGBA', 4],
  ] as const)('%s: what comes out is what the image library reads and writes', async (_, channels) => {
    for (const side of [1, 2, 31, 32, 90]) {
      for (const filter of [true, false]) {
        const raw = { width: side, height: side + 1, channels };
        const smooth = noise(side * (side + 1) * channels, side).map((level, at) => level / 16 + (at % 200));
        const file = await sharp(smooth, { raw }).png({ adaptiveFiltering: filter }).toBuffer();
        const own = decodeSmallPng(owned(file));
        if (own === null) throw new Error('it went the long way');
        expect(Buffer.compare(Buffer.from(own.pixels.data), await levels(file))).toBe(0);
        expect(own.opaque).toBe(channels === 3);
        const written = encodeSmallPng(own.pixels, own.opaque);
        if (written === null) throw new Error('it was written the long way');
        expect(Buffer.compare(await levels(written), await levels(file))).toBe(0);
      }
    }
  });

  test('grey and palettes too', async () => {
    const raw = { width: 32, height: 32, channels: 1 } as const;
    const grey = await sharp(noise(32 * 32, 2), { raw })
      .toColourspace('b-w')
      .png()
      .toBuffer();
    const palette = await sharp(grey).png({ palette: true, colours: 256 }).toBuffer();
    for (const file of [grey, palette]) {
      const own = decodeSmallPng(owned(file));
      if (own !== null) expect(Buffer.compare(Buffer.from(own.pixels.data), await levels(file))).toBe(0);
    }
    expect(decodeSmallPng(owned(grey))).not.toBeNull();
  });
});

test.each([1, 2, 3, 4, 5, 127, 128])('%i pixels lose their alpha', pixels => {
  const rgba = noise(pixels * 4, pixels);
  const colours = [...rgba].filter((_, at) => at % 4 !== 3);
  expect([...withoutAlpha(rgba)]).toEqual(colours);
});

describe('a photo is encoded', () => {
  const pixels = (side: number) => ({ width: side, height: side, data: noise(side * side * 4, 9) });

  test.each([20, 300])('as PNG and WebP with its alpha, %i px', async side => {
    const png = await encodePhoto(pixels(side), false, 'image/png', undefined);
    expect(Buffer.compare(await levels(png), Buffer.from(pixels(side).data))).toBe(0);
    const webp = await encodePhoto(pixels(side), false, 'image/webp', 0.9);
    expect(await sharp(webp).metadata()).toMatchObject({ format: 'webp', hasAlpha: true, width: side });
  });

  test('as JPEG on white, with colours at half size as browsers write it', async () => {
    const clear = { width: 64, height: 64, data: new Uint8ClampedArray(64 * 64 * 4) };
    const jpeg = await encodePhoto(clear, false, 'image/jpeg', 0.92);
    const { channels } = await sharp(jpeg).stats();
    for (const { min } of channels) expect(min).toBeGreaterThan(250);
    expect(await sharp(jpeg).metadata()).toMatchObject({ chromaSubsampling: '4:2:0' });
  });

  test('as the same bytes each time', async () => {
    for (const type of ['image/png', 'image/webp', 'image/jpeg'] as const) {
      const [one, two] = await Promise.all([0, 1].map(() => encodePhoto(pixels(200), true, type, 0.9)));
      expect(one).toEqual(two);
    }
  });

  test('or refused where it is too long for the format', async () => {
    const long = { width: 17_000, height: 1, data: new Uint8ClampedArray(17_000 * 4) };
    await expect(encodePhoto(long, true, 'image/webp', 0.9)).rejects.toMatchObject({
      reason: { kind: 'too-long', limit: 16_383 },
    });
  });
});

const room = { enter() {}, leave() {} };

describe('what a finished file says', () => {
  const filter = { size: 3, weights: [0, 0, 0, 0, 1, 0, 0, 0, 0] };

  test('is its colour space and the wish that nobody trains on it, and nothing of its source', async () => {
    const source = await sharp(await picture('jpeg', 80, 60, 1))
      .withExif({ IFD0: { Artist: 'Somebody', Make: 'A camera' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
      .toBuffer();
    const order = {
      name: 'a.jpg',
      treatment: { method: 'veil', filter, veilSize: 160 },
      type: 'image/jpeg',
      quality: 0.92,
    } as const;
    for (const keepDateAndCopyright of [false, true]) {
      const marks = { optOut: true, rights: '', keepDateAndCopyright };
      const made = await protectBytes(
        owned(source),
        { ...order, marks },
        { engine: createCpuEngine(), room },
      );
      const text = Buffer.from(made.bytes).toString('latin1');
      expect(text).toContain('DMI-PROHIBITED-AIMLTRAINING');
      expect(text).not.toContain('A camera');
      expect(text.includes('Somebody')).toBe(keepDateAndCopyright);
      expect(await sharp(made.bytes).metadata()).toMatchObject({ width: 80, height: 60, hasProfile: true });
    }
  });
});

describe('an ordinary JPEG', () => {
  const weights = [0.02, 0.01, 0.03, 0.02, 0.84, 0.02, 0.01, 0.03, 0.02];
  const treatment = { method: 'veil', filter: { size: 3, weights }, veilSize: 40 } as const;
  const marks = { optOut: true, rights: '', keepDateAndCopyright: false };
  const protectedBy = async (source: Uint8Array, type: 'image/jpeg' | 'image/png') => {
    const order = {
      name: 'a.jpg',
      treatment,
      type,
      quality: type === 'image/jpeg' ? 0.92 : undefined,
      marks,
    };
    return (await protectBytes(owned(source), order, { engine: createCpuEngine(), room })).bytes;
  };
  const jpeg = (chromaSubsampling: string, seed = 4) =>
    sharp(noise(15 * 11 * 3, seed), { raw: { width: 15, height: 11, channels: 3 } })
      .resize(150, 110)
      .jpeg({ quality: 95, chromaSubsampling });

  test.each(['4:2:0', '4:4:4'])('of %s comes out as from the app, level for level', async sampling => {
    const source = await jpeg(sampling).toBuffer();
    const module = new WebAssembly.Module(
      readFileSync(new URL('../../../../src/codec/jpeg/planes/planes.wasm', import.meta.url)),
    );
    const app = await new PlanesCodec(module).with(source, 1, async planes => {
      protectPlanes(planes, treatment);
      return planes.encode(92);
    });
    const own = await protectedBy(source, 'image/jpeg');
    const stored = (file: Uint8Array) => sharp(file, { ignoreIcc: true }).raw().toBuffer();
    expect(Buffer.compare(await stored(own), await stored(app ?? new Uint8Array()))).toBe(0);
    expect((await sharp(own).metadata()).chromaSubsampling).toBe(sampling);
  });

  test('with a wide profile is brought to sRGB first, and near to what a PNG of it becomes', async () => {
    const source = await jpeg('4:4:4').withIccProfile('p3').toBuffer();
    const [own, png] = [await protectedBy(source, 'image/jpeg'), await protectedBy(source, 'image/png')];
    const [a, b] = [await levels(own), await levels(png)];
    const apart = a.reduce((sum, level, at) => sum + Math.abs(level - (b[at] ?? 0)), 0) / a.length;
    expect(apart).toBeLessThan(3);
  });
});
