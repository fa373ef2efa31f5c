import { describe, expect, it } from 'vitest';
import { signedDifference } from '../../../src/core/picture/difference.ts';
import { likeness, psnr } from '../../../src/core/picture/quality.ts';
import { type Picture, resized } from '../../../src/core/picture/resize.ts';
import { createCpuEngine } from '../../../src/engine/cpu/cpuEngine.ts';
import type { Treatment } from '../../../src/engine/engine.ts';
import { measureFigures } from '../../../src/pipeline/figures.ts';
import { KeptPhoto, levelFactor } from '../../../src/pipeline/keptPhoto.ts';
import { drawPicture } from '../../fixtures/pictures.ts';
import { castFrom, randomFrom } from '../../fixtures/pixels.ts';

/** Slopes, a hard edge and noise, RGBA. */
function photo(width: number, height: number): Picture {
  const { data } = drawPicture(width, height, 3, 4);
  return { width, height, data: Uint8ClampedArray.from(data) };
}

const veil: Treatment = {
  method: 'veil',
  filter: { size: 3, weights: [0.02, 0.12, 0.01, 0.1, 0.4, 0.05, 0.13, 0.03, 0.14] },
  veilSize: 40,
};
const cuda: Treatment = {
  method: 'cuda',
  filter: { size: 9, weights: Array.from({ length: 81 }, (_, i) => (i === 30 ? 1 : ((i * 29) % 60) / 1000)) },
};

const cast: Treatment = {
  method: 'cast',
  cast: castFrom(randomFrom(1)),
  castLevel: 8,
  filter: veil.filter,
  veilSize: 40,
};

const greatest = (a: Picture, b: Picture) =>
  a.data.reduce((most, value, i) => Math.max(most, Math.abs(value - (b.data[i] ?? 0))), 0);

describe('looked at from afar', () => {
  for (const [name, treatment] of [
    ['veil', veil],
    ['cast', cast],
    ['a cast alone', { ...cast, veilSize: null }],
    ['cuda', cuda],
  ] as const) {
    it(`a photo protected with ${name} is the protected photo made smaller`, async () => {
      const engine = createCpuEngine('plain');
      const pixels = photo(672, 500);
      const size = { width: 90, height: 67 };
      const factor = levelFactor(500, 67 / 500, treatment);
      expect(factor).toBe(4);
      const kept = await KeptPhoto.of(engine, photo(672, 500));
      const level = await kept.sizeAt(factor);
      const whole = { x: 0, y: 0, width: level.width, height: level.height };
      const { pixels: protectedPixels } = await engine.protect(pixels, treatment);
      const wanted = resized(protectedPixels, size);
      const shown = await kept.after(factor, whole, size, treatment);
      expect(greatest(shown, wanted)).toBeLessThanOrEqual(6);
      expect(psnr(shown, wanted)).toBeGreaterThan(46);
      expect(greatest(shown, await kept.before(factor, whole, size))).toBeGreaterThan(8);
    });
  }

  it('needs no more than twice the veil, and never less than what is wanted', () => {
    expect(levelFactor(6000, 0.04, veil)).toBe(16);
    expect(levelFactor(6000, 0.04, { ...veil, veilSize: 1024 })).toBe(2);
    expect(levelFactor(6000, 0.4, veil)).toBe(2);
    expect(levelFactor(6000, 1, veil)).toBe(1);
    expect(levelFactor(6000, 8, null)).toBe(1);
    expect(levelFactor(100, 0.01, null)).toBe(1);
    expect(levelFactor(6000, 0.04, { ...cast, veilSize: 1024 })).toBe(2);
    expect(levelFactor(6000, 0.04, { ...cast, veilSize: null })).toBe(16);
  });
});

describe('figures', () => {
  it('are those of the whole photo where it is small', async () => {
    const engine = createCpuEngine('plain');
    const before = photo(160, 120);
    const kept = await KeptPhoto.of(engine, before);
    const figures = await measureFigures(kept, veil);
    const { pixels: after } = await engine.protect(photo(160, 120), veil);
    expect(figures.psnr).toBeCloseTo(psnr(before, after), 9);
    expect(figures.ssim).toBeCloseTo(likeness(before, after)?.ssim ?? 0, 9);
    expect(figures.brightness).toBeCloseTo(1, 2);
    expect(figures.whole).toBe(true);
  });

  it('of a large photo come close to those of all of it', async () => {
    const engine = createCpuEngine();
    const before = photo(1200, 900);
    const figures = await measureFigures(await KeptPhoto.of(engine, before), veil);
    const { pixels: after } = await engine.protect(photo(1200, 900), veil);
    expect(figures.whole).toBe(false);
    expect(Math.abs(figures.psnr - psnr(before, after))).toBeLessThan(1);
  });
});

describe('the difference', () => {
  it('is signed around mid-grey and amplified', () => {
    const of = (...data: number[]) => ({ width: 1, height: 1, data: Uint8ClampedArray.from(data) });
    const changed = signedDifference(of(100, 100, 100, 255), of(100, 110, 40, 0));
    expect([...changed.data]).toEqual([128, 168, 0, 255]);
  });
});
