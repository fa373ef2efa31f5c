import { expect, test } from 'vitest';
import '../../../../src/locales/later.ts';
import { castPresets, cudaPresets, type MethodSettings } from '../../../../src/core/settings.ts';
import type { HitRates } from '../../../../src/prove/core/decoy.ts';
import type { Finding } from '../../../../src/prove/state/proveSession.ts';
import { readingsOf, verdictOf } from '../../../../src/prove/view/verdict.ts';

/** Told right of two hundred photos, before and after. */
const of200 = (original: number, protectedOnes: number): HitRates => ({
  original: { right: original, total: 200 },
  protected: { right: protectedOnes, total: 200 },
});

/** What a check found in photos of 600 px with ten labels. */
const found = (
  settings: MethodSettings,
  colours: HitRates,
  spectra: Readonly<Record<number, HitRates>>,
): Finding => ({
  basis: { source: { kind: 'page' }, settings, keyCheck: '', photos: [] },
  told: {
    kind: 'told',
    colours,
    sizes: Object.entries(spectra).map(([size, told]) => ({ size: Number(size), ...told })),
    photos: 200,
    failed: 0,
    chance: 0.1,
    milliseconds: 1,
  },
  left: { labels: [], photos: 0 },
  labels: 10,
  typical: 600,
});

test('names the colours where they show the decoy, and says how far the figures may be trusted', () => {
  const verdict = verdictOf(
    found(castPresets.light, of200(45, 156), { 32: of200(40, 42), 224: of200(44, 45) }),
  );
  expect(verdict.judgement).toBe('easier');
  expect(verdict.best.size).toBeNull();
  // Wilson's interval of 156 of 200.
  expect(verdict.figures).toMatch(/gives 78 .*\(72 to 83.%\), of 100 originals 23 /);
  expect(verdict.meaning).toMatch(/in the colours/);
});

test('goes by the smallest size that the protection is made for', () => {
  const strong = of200(40, 190);
  const none = of200(40, 42);
  const spectra = { 32: strong, 128: strong, 224: none, 448: strong };
  expect(verdictOf(found(castPresets.standard, none, spectra)).judgement).toBe('not');
  expect(verdictOf(found(castPresets.standard, none, { ...spectra, 224: strong })).best.size).toBe(224);
});

test('says of each row why it cannot show anything', () => {
  const any = of200(40, 41);
  const lacks = (settings: MethodSettings) =>
    readingsOf(found(settings, any, { 32: any, 224: any })).map(one => one.lacks);
  expect(lacks(castPresets.light)).toEqual([null, 'veil', 'veil']);
  expect(lacks(castPresets.standard)).toEqual([null, 'below', null]);
  expect(lacks(cudaPresets.cifar)).toEqual(['cast', 'shrunk', 'shrunk']);
});
