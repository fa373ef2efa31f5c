import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { psnr } from '../../../src/core/picture/quality.ts';
import { filterOperator, frameOf, placeIn, plainCorrelator } from '../../../src/core/restoreFilter.ts';
import { dot, type LinearOperator, type Values } from '../../../src/core/restoreSolve.ts';
import { createCorrelator } from '../../../src/engine/cpu/correlator.ts';
import { createCpuEngine } from '../../../src/engine/cpu/cpuEngine.ts';
import { smallOperator, veilOperator, veilShape } from '../../../src/trace/core/restoreVeil.ts';
import { howMany } from '../../fixtures/howMany.ts';
import { castFrom, copyOf, cudaFilter, randomFrom, scenery, veilFilter } from '../../fixtures/pixels.ts';
import { restored } from '../../fixtures/restored.ts';

vi.setConfig({ testTimeout: 120_000 });

const side = fc.oneof(fc.constant(1), fc.integer({ min: 2, max: 9 }), fc.integer({ min: 10, max: 60 }));
const sizes = { width: side, height: side, seed: fc.integer() };
const strength = fc.double({ min: 0.02, max: 1, noNaN: true });
const kernelSize = fc.constantFrom(3, 5, 9, 15);

/** |⟨A x, y⟩ − ⟨x, Aᵀ y⟩| beside the lengths of the two. */
function asymmetry<V extends Values>(operator: LinearOperator<V>, x: V, y: V, make: (n: number) => V) {
  const [image, back] = [make(operator.range), make(operator.domain)];
  operator.apply(x, image);
  operator.adjoint(y, back);
  const scale = Math.sqrt(dot(image, image) * dot(y, y)) + Math.sqrt(dot(x, x) * dot(back, back));
  return Math.abs(dot(image, y) - dot(x, back)) / Math.max(scale, 1e-300);
}

const doubles = (length: number) => new Float64Array(length);
const noise = (length: number, random: () => number) => Float64Array.from({ length }, () => random() * 2 - 1);

describe('the adjoint is the adjoint', () => {
  it('of the veil, whole and on its small copy', () => {
    fc.assert(
      fc.property(
        fc.record({
          ...sizes,
          strength,
          veilSize: fc.integer({ min: 1, max: 80 }),
          method: fc.constantFrom('veil' as const, 'cast' as const),
        }),
        ({ width, height, seed, strength, veilSize, method }) => {
          const random = randomFrom(seed);
          const filter = veilFilter(strength, random);
          const shape = veilShape(width, height, { method, filter, veilSize });
          for (const operator of [veilOperator(shape), smallOperator(shape)]) {
            const x = noise(operator.domain, random);
            expect(asymmetry(operator, x, noise(operator.range, random), doubles)).toBeLessThan(1e-12);
          }
        },
      ),
    );
  });

  it.each(['plain', 'fastest'] as const)('of the filter, on photos and on tiles of them, %s', make => {
    const correlator = make === 'plain' ? plainCorrelator : createCorrelator();
    if (make === 'fastest') expect(correlator).not.toBe(plainCorrelator);
    fc.assert(
      fc.property(
        fc.record({ ...sizes, kernelSize, strength, cut: fc.integer({ min: 0, max: 4 }) }),
        ({ width, height, seed, kernelSize, strength, cut }) => {
          const random = randomFrom(seed);
          const filter = cudaFilter(kernelSize, strength, random);
          const frame = frameOf(width, height, (kernelSize - 1) / 2);
          const [left, top] = [Math.min(cut, width - 1), Math.min(cut, height - 1)];
          const part = { x: left, y: top, width: width - left, height: height - top };
          correlator.reserve(4, frame.length);
          const plane = () => correlator.plane(frame.length);
          const drawn = (at: typeof part) => {
            const values = plane();
            for (let y = at.y; y < at.y + at.height; y++) {
              for (let x = at.x; x < at.x + at.width; x++) values[placeIn(frame, x, y)] = random() * 2 - 1;
            }
            return values;
          };
          const x = drawn({ x: 0, y: 0, width, height });
          const operator = filterOperator(frame, part, filter, correlator);
          expect(asymmetry(operator, x, drawn(part), plane)).toBeLessThan(1e-6);
        },
      ),
    );
  });
});

describe('restore after protect comes nearer to the photo', () => {
  const engine = createCpuEngine('plain');
  const soft = fc.record({
    width: fc.integer({ min: 24, max: 70 }),
    height: fc.integer({ min: 24, max: 70 }),
  });

  it('under a cast and its veil', async () => {
    await fc.assert(
      fc.asyncProperty(
        soft,
        fc.integer(),
        fc.integer({ min: 8, max: 80 }),
        fc.double({ min: 0, max: 0.3, noNaN: true }),
        async (size, seed, side, strength) => {
          const random = randomFrom(seed);
          const photo = scenery(size.width, size.height, random);
          const [cast, filter] = [castFrom(random), veilFilter(strength, random)];
          const veilSize = strength === 0 ? null : side;
          const treatment = { method: 'cast', cast, castLevel: 8, filter, veilSize } as const;
          const { pixels } = await engine.protect(copyOf(photo), treatment);
          expect(psnr(photo, restored(pixels, treatment, 0))).toBeGreaterThan(psnr(photo, pixels) + 3);
        },
      ),
      { numRuns: howMany(15, 40) },
    );
  });

  it('under the veil', async () => {
    await fc.assert(
      fc.asyncProperty(
        soft,
        fc.integer(),
        fc.integer({ min: 8, max: 80 }),
        fc.double({ min: 0.1, max: 0.3, noNaN: true }),
        async (size, seed, veilSize, strength) => {
          const random = randomFrom(seed);
          const photo = scenery(size.width, size.height, random);
          const treatment = { method: 'veil', filter: veilFilter(strength, random), veilSize } as const;
          const { pixels } = await engine.protect(copyOf(photo), treatment);
          expect(psnr(photo, restored(pixels, treatment, 0))).toBeGreaterThan(psnr(photo, pixels) + 3);
        },
      ),
      { numRuns: howMany(15, 40) },
    );
  });

  it('under the filter of the paper', async () => {
    await fc.assert(
      fc.asyncProperty(
        soft,
        fc.integer(),
        fc.constantFrom([3, 0.3] as const, [5, 0.15] as const, [9, 0.06] as const),
        async (size, seed, [kernelSize, strength]) => {
          const random = randomFrom(seed);
          const photo = scenery(size.width, size.height, random);
          const treatment = { method: 'cuda', filter: cudaFilter(kernelSize, strength, random) } as const;
          const { pixels, peak } = await engine.protect(copyOf(photo), treatment);
          const after = restored(pixels, treatment, peak ?? 0);
          expect(psnr(photo, after)).toBeGreaterThan(psnr(photo, pixels) + 3);
        },
      ),
      { numRuns: howMany(15, 40) },
    );
  });
});
