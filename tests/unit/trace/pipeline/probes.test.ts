import { describe, expect, test } from 'vitest';
import { resized } from '../../../../src/core/picture/resize.ts';
import { castPresets, veilPresets } from '../../../../src/core/settings.ts';
import { squareOf } from '../../../../src/core/trainingSquare.ts';
import { treatmentFor } from '../../../../src/core/treatment.ts';
import { createCpuEngine } from '../../../../src/engine/cpu/cpuEngine.ts';
import type { Treatment } from '../../../../src/engine/engine.ts';
import { type ProbeLook, probeBytes, probePicturesOf } from '../../../../src/trace/pipeline/probes.ts';
import { claimFrom } from '../traceLab.ts';

const engine = createCpuEngine();
const { filters } = await claimFrom('pictures', ['a'], veilPresets.standard);
const filter = filters[0]?.filter ?? { size: 3, weights: [] };
const veil: Treatment = { method: 'veil', filter, veilSize: 24 };

/** A photo with detail, 96 × 64, half of it see-through where asked. */
function photo(alpha = 255) {
  const [width, height] = [96, 64];
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < width * height; at++) {
    const [x, y] = [at % width, Math.floor(at / width)];
    data.set([(x * 37) % 256, (y * 53) % 256, (x * y) % 256, x < 48 ? alpha : 255], at * 4);
  }
  return { width, height, data };
}

const look: ProbeLook = {
  side: 24,
  shape: 'square',
  filteredAt: 'real',
  shortSide: null,
  variants: [null, veil],
};

async function made(change: Partial<ProbeLook>, alpha = 255) {
  const [plain, own] = await probePicturesOf(photo(alpha), { ...look, ...change }, engine);
  if (!plain || !own) throw new Error('no probes');
  return { plain, own };
}

describe('probes of a photo', () => {
  test('are what a trainer makes of the photo, as it is and under the filter', async () => {
    const { plain, own } = await made({});
    expect(plain).toEqual(squareOf(photo(), 24));
    const { pixels } = await engine.protect(photo(), veil);
    expect(own.data).toEqual(squareOf(pixels, 24).data);
    expect(probeBytes(own)).toHaveLength(24 * 24 * 3);
  });

  test('carry the waves of a cast as the photo would, and as large as the probe where it is protected small', async () => {
    const claim = await claimFrom('cast', ['a'], castPresets.light);
    const imprint = claim.filters[0];
    if (!imprint) throw new Error('no imprint');
    const cast = treatmentFor(castPresets.light, imprint);
    const { own } = await made({ variants: [null, cast] });
    const { pixels } = await engine.protect(photo(), cast);
    expect(own.data).toEqual(squareOf(pixels, 24).data);
    expect(own.data).not.toEqual(squareOf(photo(), 24).data);
    const small = await made({ variants: [null, cast], filteredAt: 'small' });
    expect(small.own.data).toEqual((await engine.protect(squareOf(photo(), 24), cast)).pixels.data);
  });

  test('can be whole, and filtered when they are small', async () => {
    const whole = await made({ shape: 'whole' });
    expect([whole.plain.width, whole.plain.height]).toEqual([36, 24]);
    expect([whole.own.width, whole.own.height]).toEqual([36, 24]);
    const small = await made({ filteredAt: 'small' });
    const { pixels } = await engine.protect(squareOf(photo(), 24), veil);
    expect(small.own.data).toEqual(pixels.data);
    expect(small.plain.data).toEqual(squareOf(photo(), 24).data);
  });

  test('come from a photo of the size asked for', async () => {
    const { own } = await made({ shortSide: { pixels: 48, enlarge: false } });
    const smaller = resized(photo(), { width: 72, height: 48 });
    expect(own.data).toEqual(squareOf((await engine.protect(smaller, veil)).pixels, 24).data);
    // No smaller photo is enlarged for a veil; for `cuda` it is.
    const kept = await made({ shortSide: { pixels: 128, enlarge: false } });
    expect(kept.own).toEqual((await made({})).own);
    const larger = resized(photo(), { width: 192, height: 128 });
    const cuda: Treatment = { method: 'cuda', filter };
    const look = { shortSide: { pixels: 128, enlarge: true }, variants: [null, cuda] };
    const found = await made(look);
    expect(found.own.data).toEqual(squareOf((await engine.protect(larger, cuda)).pixels, 24).data);
  });

  test('are opaque', async () => {
    const { plain, own } = await made({}, 0);
    for (const { data } of [plain, own]) {
      expect(data.filter((_, at) => at % 4 === 3).every(alpha => alpha === 255)).toBe(true);
    }
    // White shows through.
    expect([...plain.data.subarray(0, 3)]).toEqual([255, 255, 255]);
  });
});
