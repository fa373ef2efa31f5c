import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { type JpegPlanes, PlanesCodec } from '../../../../../src/codec/jpeg/planes/jpegPlanes.ts';
import { root } from '../../../../fixtures/places.ts';

const file = readFileSync(join(root, 'src/codec/jpeg/planes/planes.wasm'));
const codec = new PlanesCodec(new WebAssembly.Module(file));
const fixture = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(join(root, 'tests/fixtures/jpeg', name)));

/** The samples of a PGM or PPM of 8 bits: what djpeg gives. */
function samplesOf(name: string): Uint8Array {
  const bytes = fixture(name);
  const header = /^P[56]\s+\d+\s+\d+\s+255\s/.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 40)));
  return bytes.subarray(header?.[0].length);
}

const opened = <T>(name: string, work: (planes: JpegPlanes) => T) =>
  codec.with(fixture(name), 1, async planes => work(planes));

async function pixelsOf(file: Uint8Array) {
  const { data, info } = await sharp(file).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(data) };
}

const furthest = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? Number.NaN))), 0);

describe('a JPEG as planes', () => {
  test.each(['444', '422', '420'])('has the luma that libjpeg decodes, %s', async sampling => {
    const luma = await opened(`photo-${sampling}.jpg`, planes => planes.pixels(0));
    expect([luma?.width, luma?.height]).toEqual([101, 75]);
    expect(furthest(luma?.data ?? [], samplesOf(`photo-${sampling}.pgm`))).toBeLessThanOrEqual(1);
  });

  test('has the chroma that libjpeg decodes', async () => {
    const planes = await opened('photo-444.jpg', given => [0, 1, 2].map(index => given.pixels(index).data));
    const [y = [], cb = [], cr = []] = planes ?? [];
    const clamped = (value: number) => Math.min(255, Math.max(0, Math.round(value)));
    const rgb = Array.from(y).flatMap((luma, i) => {
      const blue = (cb[i] ?? 0) - 128;
      const red = (cr[i] ?? 0) - 128;
      return [luma + 1.402 * red, luma - 0.344136 * blue - 0.714136 * red, luma + 1.772 * blue].map(clamped);
    });
    expect(furthest(rgb, samplesOf('photo-444.ppm'))).toBeLessThanOrEqual(1);
  });

  test('keeps the samplings of its source when it is written', async () => {
    for (const [sampling, factors] of [
      ['444', 0x11],
      ['422', 0x21],
      ['420', 0x22],
    ] as const) {
      const bytes = await opened(`photo-${sampling}.jpg`, planes => planes.encode(92));
      const frame = Buffer.from(bytes ?? []).indexOf(Buffer.from([0xff, 0xc0]));
      expect(bytes?.[frame + 11], sampling).toBe(factors);
    }
  });

  test('comes back nearly as it was: what was written is read again', async () => {
    const before = await opened('photo-420.jpg', planes => planes.pixels(0).data);
    const bytes = await opened('photo-420.jpg', planes => planes.encode(100));
    const after = await codec.with(bytes ?? new Uint8Array(), 1, async planes => planes.pixels(0).data);
    expect(furthest(before ?? [], after ?? [])).toBeLessThanOrEqual(3);
  });

  test.each([2, 3, 4, 5, 6, 7, 8] as const)('is turned upright, orientation %i', async orientation => {
    const lying = await opened('even-420.jpg', planes => [0, 1, 2].map(index => planes.pixels(index)));
    const upright = await codec.with(fixture('even-420.jpg'), orientation, async planes =>
      [0, 1, 2].map(index => planes.pixels(index)),
    );
    lying?.forEach(({ width, height, data }, index) => {
      const turned = upright?.[index];
      const swapped = orientation >= 5;
      expect([turned?.width, turned?.height]).toEqual(swapped ? [height, width] : [width, height]);
      const [w, h] = swapped ? [height, width] : [width, height];
      for (let y = 0; y < h; y++) {
        for (let x = 0; x < w; x++) {
          const [column, row] = swapped ? [y, x] : [x, y];
          const from = [2, 3, 7, 8].includes(orientation) ? width - 1 - column : column;
          const down = [3, 4, 6, 7].includes(orientation) ? height - 1 - row : row;
          if (turned?.data[y * w + x] !== data[down * width + from]) expect([x, y]).toBe('the same pixel');
        }
      }
    });
  });

  test('is read from progressive passes to the same values as from one scan', async () => {
    const all = (planes: JpegPlanes) => [0, 1, 2].map(index => planes.pixels(index));
    const inPasses = await opened('progressive.jpg', all);
    expect(inPasses).not.toBeNull();
    expect(inPasses).toEqual(await opened('even-420.jpg', all));
  });

  test('of luma alone gets chroma without colour, and is written as others are', async () => {
    const planes = await opened('grey.jpg', given => ({
      luma: given.pixels(0),
      chroma: [1, 2].map(index => given.pixels(index)),
      written: given.encode(100),
    }));
    const grey = await pixelsOf(fixture('grey.jpg'));
    expect(planes?.luma.data).toEqual(grey.data);
    for (const { width, height, data } of planes?.chroma ?? []) {
      expect([width, height]).toEqual([51, 38]);
      expect(new Set(data)).toEqual(new Set([128]));
    }
    const written = await pixelsOf(planes?.written ?? new Uint8Array());
    expect([written.width, written.height]).toEqual([101, 75]);
    expect(furthest(written.data, grey.data)).toBeLessThanOrEqual(3);
  });

  test('is turned with odd sides where none of these is mirrored', async () => {
    const odd = fixture('photo-420.jpg');
    const lying = await opened('photo-420.jpg', planes => planes.pixels(0));
    const upright = await codec.with(odd, 5, async planes => planes.pixels(0));
    expect([upright?.width, upright?.height]).toEqual([75, 101]);
    const [x, y] = [70, 31];
    expect(upright?.data[x * 75 + y]).toBe(lying?.data[y * 101 + x]);
    for (const mirrored of [2, 3, 4, 6, 7, 8] as const) {
      expect(await codec.with(odd, mirrored, async () => 'read'), `${mirrored}`).toBeNull();
    }
  });

  test('is left to the browser where it is damaged, cut off or cannot be turned by whole pixels', async () => {
    const whole = fixture('photo-420.jpg');
    const cut = whole.slice(0, whole.length - 900);
    const cutWithEnd = Uint8Array.of(...cut, 0xff, 0xd9);
    const nothing = async () => 'read';
    // The last pass is missing, and the picture would be coarse.
    const passes = fixture('progressive.jpg');
    const last = Buffer.from(passes).lastIndexOf(Buffer.from([0xff, 0xda]));
    expect(await codec.with(Uint8Array.of(...passes.slice(0, last), 0xff, 0xd9), 1, nothing)).toBeNull();
    expect(await codec.with(cut, 1, nothing)).toBeNull();
    expect(await codec.with(cutWithEnd, 1, nothing)).toBeNull();
    expect(await codec.with(Uint8Array.of(0xff, 0xd8, 0xff, 0xd9), 1, nothing)).toBeNull();
    expect(await codec.with(whole, 6, nothing)).toBeNull();
    // And reads the next one as if nothing had been.
    expect(await codec.with(whole, 1, nothing)).toBe('read');
  });

  test('is left to those who count where parts of other files stand in it', async () => {
    for (const name of ['photo-444.jpg', 'photo-422.jpg', 'photo-420.jpg']) {
      const holed = fixture(name);
      for (let i = holed.length >> 1; i < holed.length - 300; i++) holed[i] = (i * 7919) % 251;
      expect(await codec.with(holed, 1, async () => 'read'), name).toBeNull();
    }
  });

  test('frees what it takes: memory does not grow from photo to photo', async () => {
    await opened('photo-420.jpg', planes => planes.encode(92));
    const { kept } = codec;
    expect(kept).toBeGreaterThan(0);
    for (let i = 0; i < 2000; i++) {
      await opened('photo-420.jpg', planes => {
        planes.shrink(0, 16, 12);
        planes.encode(92);
      });
    }
    expect(codec.kept).toBe(kept);
  });
});

test('the WebAssembly file is the one that was built from the sources beside it', () => {
  expect(createHash('sha256').update(file).digest('hex')).toMatchInlineSnapshot(
    `"2b7ffce0759464684b2735f684c93e0bc792027a1203aefc2230450e9dd97b3c"`,
  );
});
