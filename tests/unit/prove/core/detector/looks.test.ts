import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Picture } from '../../../../../src/core/picture/resize.ts';
import { bandsLength, bandsOf, ringsLength, ringsOf } from '../../../../../src/prove/core/detector/bands.ts';
import { edgesLength, edgesOf } from '../../../../../src/prove/core/detector/edges.ts';
import { looksLength, looksOf } from '../../../../../src/prove/core/detector/looks.ts';
import { slowWavesLength, slowWavesOf } from '../../../../../src/prove/core/detector/slowWaves.ts';
import { meanColoursLength } from '../../../../../src/prove/core/meanColours.ts';
import { frequencies, logSpectrum } from '../../../../../src/prove/core/spectrum.ts';

function painted(width: number, height: number, at: (x: number, y: number) => number): Picture {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i++) {
    const value = at(i % width, Math.floor(i / width));
    data.set([value, value, value], i * 4);
  }
  return { width, height, data };
}

describe('edges', () => {
  const plane = (width: number, height: number, at: (x: number, y: number) => number) => ({
    width,
    height,
    values: Float32Array.from({ length: width * height }, (_, i) => at(i % width, Math.floor(i / width))),
  });

  it('of a ramp are its step in half of all places, and it has no bend', () => {
    // 8 levels from column to column, none from row to row: of a square half of the steps each.
    const [mean, , , most, bend] = edgesOf(plane(24, 24, x => 8 * x));
    expect(Math.expm1(mean ?? 0)).toBeCloseTo(4, 4);
    // The middle of the bin that begins at 8.
    expect(Math.expm1(most ?? 0)).toBeCloseTo(8.0625, 4);
    expect(bend).toBeCloseTo(0, 6);
  });

  it('of a ramp are twice as high at half the size', () => {
    const edges = edgesOf(plane(24, 24, x => 8 * x));
    expect(Math.expm1(edges[5] ?? 0)).toBeCloseTo(8, 4);
    expect(edges).toHaveLength(edgesLength);
  });

  it('of lines bend by twice their height', () => {
    const [, , , , bend] = edgesOf(plane(32, 32, x => (x % 2) * 10));
    // Across every bend is 20, down 0.
    expect(Math.expm1(bend ?? 0)).toBeCloseTo(10, 4);
  });
});

describe('slow waves', () => {
  const colours = (at: (x: number, y: number, c: number) => number) =>
    Float32Array.from({ length: meanColoursLength }, (_, i) =>
      at(Math.floor(i / 3) % 6, Math.floor(i / 18), i % 3),
    );

  it('of an even grey are its brightness and nothing else', () => {
    const waves = slowWavesOf(colours(() => 100));
    // 36 fields of 100, orthonormal: 600 at the wave of none.
    expect(Math.expm1(waves[0] ?? 0)).toBeCloseTo(600 ** 2, -1);
    expect(Math.max(...waves.slice(1))).toBeLessThan(1e-3);
    expect(waves).toHaveLength(slowWavesLength);
  });

  it('finds one wave of blue, whichever sign it has', () => {
    const wave = (sign: number) =>
      slowWavesOf(
        colours((x, _, c) => 128 + sign * (c === 2 ? 10 : 0) * Math.cos((Math.PI * (2 * x + 1) * 2) / 12)),
      );
    const [one, other] = [wave(1), wave(-1)];
    for (const [i, value] of one.entries()) expect(value).toBeCloseTo(other[i] ?? Number.NaN, 2);
    // Blue by 10 is luma by 1.14 and the difference of blue by 5; the wave has length √18 over 36 fields.
    expect(Math.expm1(one[2] ?? 0)).toBeCloseTo(1.14 ** 2 * 18, 2);
    expect(Math.expm1(one[36 + 2] ?? 0)).toBeCloseTo(25 * 18, 0);
    expect(one[36 + 3]).toBeLessThan(1e-3);
  });
});

describe('bands of a spectrum', () => {
  it('are the mean of each ring, and 0 where all of it is alike', () => {
    const spectrum = Float32Array.from(frequencies, ([u, v]) =>
      Math.hypot(u > 16 ? u - 32 : u, v) < 1.5 ? 7 : 2,
    );
    const rings = ringsOf(spectrum);
    const half = ringsLength / 2;
    expect(rings[0]).toBeCloseTo(7, 5);
    expect([...rings.slice(1, half)].every(mean => Math.abs(mean - 2) < 1e-5)).toBe(true);
    expect([...rings.slice(half)].every(deviation => deviation < 1e-3)).toBe(true);
  });

  it('tell upright lines from level ones', () => {
    const bands = (at: (x: number, y: number) => number) => {
      const values = Float32Array.from({ length: 64 * 64 }, (_, i) => at(i % 64, Math.floor(i / 64)));
      return bandsOf(logSpectrum({ width: 64, height: 64, values }) as Float32Array);
    };
    const wave = (x: number) => 100 + 50 * Math.cos((2 * Math.PI * 8 * x) / 32);
    const [upright, level] = [bands(x => wave(x)), bands((_, y) => wave(y))];
    // 8 cycles a tile lie in the sixth ring.
    const sectors = (all: Float32Array) => [...all.slice(ringsLength + 5 * 4, ringsLength + 6 * 4)];
    const strongest = (all: Float32Array) => sectors(all).indexOf(Math.max(...sectors(all)));
    expect(strongest(upright)).not.toBe(strongest(level));
    expect(upright).toHaveLength(bandsLength);
  });
});

describe('what a detector looks at', () => {
  it('is nothing of a picture that is too small', () => {
    expect(looksOf(painted(31, 40, () => 9))).toBeNull();
  });

  it('is finite for every picture', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 32, max: 60 }),
        fc.integer({ min: 32, max: 60 }),
        fc.integer({ min: 1, max: 1000 }),
        fc.boolean(),
        (width, height, step, flat) => {
          const looks = looksOf(
            painted(width, height, (x, y) => (flat ? 255 : (x * step + y * y * 31) % 256)),
          );
          expect(looks).toHaveLength(looksLength);
          expect(looks?.every(Number.isFinite)).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  });
});
