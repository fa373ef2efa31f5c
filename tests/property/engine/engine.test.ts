import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createCpuEngine } from '../../../src/engine/cpu/cpuEngine.ts';
import type { Pixels, Region, Treatment } from '../../../src/engine/engine.ts';
import { tilesOf, wholeOf } from '../../../src/engine/regions.ts';
import { howMany } from '../../fixtures/howMany.ts';
import {
  castFrom,
  copyOf,
  cudaFilter,
  cut,
  difference,
  noise,
  randomFrom,
  scenery,
  veilFilter,
} from '../../fixtures/pixels.ts';
import { referenceCast, referenceCuda, referenceVeil } from '../../fixtures/reference.ts';

// Reference pictures in plain loops take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const side = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 6, max: 70 }));
const picture = fc
  .record({
    width: side,
    height: side,
    seed: fc.integer(),
    kind: fc.constantFrom('noise', 'opaque', 'scenery', 'dots'),
  })
  .map(({ width, height, seed, kind }): Pixels => {
    const random = randomFrom(seed);
    if (kind === 'scenery') return scenery(width, height, random);
    if (kind === 'dots') return dots(width, height, random);
    return noise(width, height, random, kind === 'opaque');
  });
const strength = fc.oneof(fc.double({ min: 0.01, max: 1, noNaN: true }), fc.constantFrom(1e-5, 1e-4, 1));
const veil = fc
  .record({ seed: fc.integer(), strength, veilSize: fc.integer({ min: 1, max: 90 }) })
  .map(({ seed, strength, veilSize }): Treatment & { method: 'veil' } => {
    return { method: 'veil', filter: veilFilter(strength, randomFrom(seed)), veilSize };
  });
const cuda = fc
  .record({ seed: fc.integer(), strength, radius: fc.integer({ min: 1, max: 7 }) })
  .map(({ seed, strength, radius }): Treatment & { method: 'cuda' } => {
    return { method: 'cuda', filter: cudaFilter(2 * radius + 1, strength, randomFrom(seed)) };
  });
const cast = fc
  .record({
    seed: fc.integer(),
    strength,
    castLevel: fc.double({ min: 0, max: 12, noNaN: true }),
    veilSize: fc.option(fc.integer({ min: 1, max: 90 })),
  })
  .map(({ seed, strength, castLevel, veilSize }): Treatment & { method: 'cast' } => {
    const random = randomFrom(seed);
    return {
      method: 'cast',
      cast: castFrom(random),
      castLevel,
      filter: veilFilter(strength, random),
      veilSize,
    };
  });
const treatment = fc.oneof(cast, veil, cuda);
const limit = fc.integer({ min: 1, max: 40 });

describe.each(['fastest', 'plain'] as const)('the CPU engine, %s', make => {
  const engine = createCpuEngine(make);

  it('is within a level of the reference: veil', async () => {
    await fc.assert(
      fc.asyncProperty(picture, veil, async (pixels, treatment) => {
        const expected = referenceVeil(pixels, treatment.filter, treatment.veilSize);
        const { pixels: made, peak } = await engine.protect(copyOf(pixels), treatment);
        expect(difference(made.data, expected)).toBeLessThanOrEqual(1);
        expect(peak).toBeNull();
      }),
      { numRuns: howMany(60, 150) },
    );
  });

  it('is within a level of the reference: cast', async () => {
    await fc.assert(
      fc.asyncProperty(picture, cast, async (pixels, treatment) => {
        const { filter, cast, castLevel, veilSize } = treatment;
        const expected = referenceCast(pixels, filter, cast, castLevel, veilSize);
        const { pixels: made, peak } = await engine.protect(copyOf(pixels), treatment);
        expect(difference(made.data, expected)).toBeLessThanOrEqual(1);
        expect(peak).toBeNull();
      }),
      { numRuns: howMany(80, 200) },
    );
  });

  it('is within a level of the reference, and has its very peak: cuda', async () => {
    await fc.assert(
      fc.asyncProperty(picture, cuda, async (pixels, treatment) => {
        const expected = referenceCuda(pixels, treatment.filter);
        const { pixels: made, peak } = await engine.protect(copyOf(pixels), treatment);
        expect(peak).toBe(expected.peak);
        expect(difference(made.data, expected.data)).toBeLessThanOrEqual(1);
      }),
      { numRuns: howMany(60, 150) },
    );
  });

  it('makes tiles equal to the whole, to the bit', async () => {
    await fc.assert(
      fc.asyncProperty(picture, treatment, limit, limit, async (pixels, treatment, width, height) => {
        const tiles = tilesOf(wholeOf(pixels), width, height);
        const held = await engine.hold(copyOf(pixels));
        const peaks = [];
        for (const tile of tiles) peaks.push(await held.measure(tile, treatment));
        const peak = Math.max(...peaks);
        const parts: [Region, Pixels][] = [];
        for (const tile of tiles) parts.push([tile, await held.apply(tile, treatment, peak)]);
        held.release();

        const whole = await engine.protect(copyOf(pixels), treatment);
        expect(treatment.method === 'cuda' ? peak : null).toBe(whole.peak);
        for (const [tile, part] of parts) expect(part).toEqual(cut(whole.pixels, tile));
      }),
      { numRuns: howMany(60, 150) },
    );
  });
});

it('gives the same bytes with vectors and without: cuda', async () => {
  const plain = createCpuEngine('plain');
  const fastest = createCpuEngine('fastest');
  await fc.assert(
    fc.asyncProperty(picture, cuda, async (pixels, treatment) => {
      const expected = await plain.protect(copyOf(pixels), treatment);
      expect(await fastest.protect(copyOf(pixels), treatment)).toEqual(expected);
    }),
    { numRuns: howMany(40, 100) },
  );
});

/** A few bright points on black: where the greatest pixel may meet no great weight. */
function dots(width: number, height: number, random: () => number): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < data.length; i++) data[i] = i % 4 === 3 || random() < 0.02 ? 255 : 0;
  return { width, height, data };
}
