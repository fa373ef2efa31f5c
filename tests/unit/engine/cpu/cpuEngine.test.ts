import { describe, expect, it, vi } from 'vitest';
import { createCpuEngine } from '../../../../src/engine/cpu/cpuEngine.ts';
import type { Pixels, Treatment } from '../../../../src/engine/engine.ts';
import { wholeOf } from '../../../../src/engine/regions.ts';
import { thorough } from '../../../fixtures/howMany.ts';
import {
  copyOf,
  cudaFilter,
  cut,
  difference,
  noise,
  randomFrom,
  scenery,
  veilFilter,
} from '../../../fixtures/pixels.ts';
import { referenceCast, referenceCuda, referenceVeil } from '../../../fixtures/reference.ts';
import { drawnTreatments } from '../../../fixtures/treatments.ts';

// Reference pictures in plain loops take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const random = randomFrom(7);
const { veil, cuda, cast, light } = drawnTreatments(random, 160, [9, 0.06]);
const strongest: Treatment = { method: 'cuda', filter: cudaFilter(15, 1, random) };

const large = [
  [257, 258],
  [520, 101],
] as const;
const sizes: readonly (readonly [number, number])[] = [
  [1, 1],
  [2, 1],
  [1, 2],
  [31, 17],
  [3, 2000],
  [2000, 3],
  [700, 1],
  ...(thorough ? large : [[257, 96] as const]),
];

describe.each(['fastest', 'plain'] as const)('the CPU engine, %s', make => {
  const engine = createCpuEngine(make);

  describe('odd sizes are within a level of the reference', () => {
    it.each(sizes)('%i × %i', async (width, height) => {
      for (const pixels of [noise(width, height, random), scenery(width, height, random)]) {
        for (const veilSize of [1, 2, 100, 160]) {
          const made = await engine.protect(copyOf(pixels), { ...veil, veilSize });
          expect(
            difference(made.pixels.data, referenceVeil(pixels, veil.filter, veilSize)),
          ).toBeLessThanOrEqual(1);
        }
        // The reference is slow.
        for (const veilSize of width * height > 50_000 ? [null, 100] : [null, 1, 2, 100, 160]) {
          const made = await engine.protect(copyOf(pixels), { ...cast, veilSize });
          const expected = referenceCast(pixels, cast.filter, cast.cast, cast.castLevel, veilSize);
          expect(difference(made.pixels.data, expected)).toBeLessThanOrEqual(1);
        }
        for (const treatment of width * height > 50_000 ? [cuda] : [cuda, strongest]) {
          const made = await engine.protect(copyOf(pixels), treatment);
          const expected = referenceCuda(pixels, treatment.filter);
          expect(made.peak).toBe(expected.peak);
          expect(difference(made.pixels.data, expected.data)).toBeLessThanOrEqual(1);
        }
      }
    });
  });

  describe('cuda', () => {
    it('leaves an all-black photo as it is', async () => {
      const black = noise(21, 13, random);
      for (let i = 0; i < black.data.length; i++) if (i % 4 !== 3) black.data[i] = 0;
      expect(await engine.protect(copyOf(black), cuda)).toEqual({ pixels: black, peak: 0 });
      const held = await engine.hold(black);
      const part = { x: 5, y: 3, width: 9, height: 10 };
      expect(await held.measure(part, cuda)).toBe(0);
      expect(await held.apply(part, cuda, 0)).toEqual(cut(black, part));
    });

    it('finds the peak of a photo with white in it, and of a part without', async () => {
      const photo = scenery(200, 150, random);
      photo.data.fill(255, 100 * 200 * 4, 120 * 200 * 4);
      const held = await engine.hold(photo);
      const expected = referenceCuda(photo, cuda.filter);
      expect(await held.measure(wholeOf(photo), cuda)).toBe(expected.peak);
      const dark = { x: 10, y: 10, width: 33, height: 21 };
      const darkPeak = await held.measure(dark, cuda);
      expect(darkPeak).toBeLessThan(expected.peak);
      expect(await held.apply(dark, cuda, expected.peak)).toEqual(
        cut((await engine.protect(copyOf(photo), cuda)).pixels, dark),
      );
    });

    it('gives every pixel under full transparency its part', async () => {
      const photo = noise(40, 40, random);
      for (let i = 3; i < photo.data.length; i += 4) photo.data[i] = 0;
      const clear = await engine.protect(copyOf(photo), cuda);
      for (let i = 3; i < photo.data.length; i += 4) photo.data[i] = 255;
      const opaque = await engine.protect(copyOf(photo), cuda);
      expect(clear.peak).toBe(opaque.peak);
      expect(clear.pixels.data.every((value, i) => value === (i % 4 === 3 ? 0 : opaque.pixels.data[i]))).toBe(
        true,
      );
    });
  });

  describe('a held photo', () => {
    it('is not changed, and takes one treatment after another', async () => {
      const photo = scenery(90, 70, random);
      const kept = copyOf(photo);
      const held = await engine.hold(photo);
      const small = { veilSize: 20 };
      for (const treatment of [
        veil,
        cuda,
        { ...veil, ...small },
        { ...cast, ...small },
        light,
        { ...veil, ...small },
        { ...veil, veilSize: 30 },
        strongest,
      ]) {
        const peak = await held.measure(wholeOf(photo), treatment);
        const applied = await held.apply(wholeOf(photo), treatment, peak);
        expect(applied).toEqual((await engine.protect(copyOf(photo), treatment)).pixels);
      }
      expect(photo).toEqual(kept);
    });

    it('is cut to the photo, and refuses after its release', async () => {
      const photo = scenery(20, 20, random);
      const held = await engine.hold(photo);
      const part = await held.apply({ x: 15, y: -5, width: 10, height: 10 }, veil, 0);
      expect([part.width, part.height]).toEqual([5, 5]);
      held.release();
      await expect(held.measure(wholeOf(photo), cuda)).rejects.toThrow('released');
    });
  });

  describe('memory that is part of a larger buffer', () => {
    it.each([0, 4, 3])('from byte %i', async offset => {
      const photo = scenery(30, 20, random);
      const buffer = new ArrayBuffer(photo.data.length + 8);
      const data = new Uint8ClampedArray(buffer, offset, photo.data.length);
      data.set(photo.data);
      for (const treatment of [veil, { ...veil, veilSize: 7 }, cuda, cast, light]) {
        const made = await engine.protect({ ...photo, data: copyInto(data, photo.data) }, treatment);
        expect(made).toEqual(await engine.protect(copyOf(photo), treatment));
      }
    });

    function copyInto(target: Uint8ClampedArray<ArrayBuffer>, source: Uint8ClampedArray) {
      target.set(source);
      return target;
    }
  });

  describe('cancelling', () => {
    it('rejects with the reason at once', async () => {
      const reason = new Error('enough');
      const photo = scenery(8, 8, random);
      await expect(engine.protect(photo, veil, AbortSignal.abort(reason))).rejects.toBe(reason);
    });

    it('rejects in the middle of a photo when a message comes', async () => {
      const controller = new AbortController();
      const reason = new Error('enough');
      // Large, and quickly made.
      const photo = { width: 1500, height: 1500, data: new Uint8ClampedArray(1500 * 1500 * 4).fill(99) };
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => controller.abort(reason);
      const slow: Treatment = { method: 'cuda', filter: cudaFilter(15, 1, random) };
      const protecting = engine.protect(photo, slow, controller.signal);
      port2.postMessage('cancel');
      await expect(protecting).rejects.toBe(reason);
      port1.close();
    });
  });

  describe('cast', () => {
    it('turns the same left and right, and leaves alpha alone', async () => {
      const photo = noise(61, 40, random);
      const flipped = mirrored(photo);
      const made = await engine.protect(copyOf(photo), light);
      const madeFlipped = await engine.protect(flipped, light);
      expect(difference(made.pixels.data, mirrored(madeFlipped.pixels).data)).toBeLessThanOrEqual(1);
    });

    it('keeps to the ends of the scale over black and white, however strong', async () => {
      for (const value of [0, 255]) {
        const photo = { width: 90, height: 70, data: new Uint8ClampedArray(90 * 70 * 4).fill(value) };
        const strong: Treatment = { ...cast, castLevel: 12, filter: veilFilter(1, random), veilSize: 30 };
        for (const treatment of [strong, { ...light, castLevel: 12 }]) {
          const made = await engine.protect(copyOf(photo), treatment);
          const { filter, cast: numbers, castLevel, veilSize } = treatment;
          const expected = referenceCast(photo, filter, numbers, castLevel, veilSize);
          expect(difference(made.pixels.data, expected)).toBeLessThanOrEqual(1);
        }
      }
    });

    it.each([
      { ...light, cast: [1, 2, 3] },
      { ...light, cast: new Array(21).fill(Number.NaN) },
      { ...light, castLevel: -1 },
      { ...light, castLevel: 13 },
      { ...light, castLevel: Number.NaN },
      { ...cast, filter: { size: 3, weights: [1] } },
    ] satisfies Treatment[])('that no key draws is refused', async treatment => {
      await expect(engine.protect(scenery(8, 8, random), treatment)).rejects.toBeInstanceOf(RangeError);
    });
  });

  describe('filters that no key draws', () => {
    const photo = scenery(8, 8, random);
    const three = (weights: number[]) => ({ size: 3, weights });
    it.each([
      { method: 'veil', veilSize: 4, filter: three([0, 0, 0, 0, 2, 0, 0, 0, 0]) },
      { method: 'veil', veilSize: 4, filter: three([-1, 0, 0, 0, 2, 0, 0, 0, 0]) },
      { method: 'veil', veilSize: 4, filter: three([1]) },
      { method: 'cuda', filter: three([0, 0, 0, 0, 2, 0, 0, 0, 0]) },
      { method: 'cuda', filter: three([0, 0, Number.NaN, 0, 1, 0, 0, 0, 0]) },
      { method: 'cuda', filter: { size: 17, weights: new Array(289).fill(0.1) } },
    ] satisfies Treatment[])('are refused', async treatment => {
      await expect(engine.protect(photo, treatment)).rejects.toBeInstanceOf(RangeError);
    });
  });
});

/** Left and right turned about. */
function mirrored({ width, height, data }: Pixels): Pixels {
  const words = new Uint32Array(data.slice().buffer);
  for (let y = 0; y < height; y++) words.subarray(y * width, (y + 1) * width).reverse();
  return { width, height, data: new Uint8ClampedArray(words.buffer) };
}
