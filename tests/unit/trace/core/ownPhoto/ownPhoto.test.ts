import { describe, expect, test } from 'vitest';
import type { Imprint } from '../../../../../src/core/imprint.ts';
import { areaAverage, luminanceOf, type Plane, sidesAt } from '../../../../../src/core/picture/luminance.ts';
import { type CudaSettings, type VeilSettings, veilPresets } from '../../../../../src/core/settings.ts';
import { createCpuEngine } from '../../../../../src/engine/cpu/cpuEngine.ts';
import type { Pixels, Treatment } from '../../../../../src/engine/engine.ts';
import { decoyKeys } from '../../../../../src/trace/core/decoys.ts';
import { blindScores } from '../../../../../src/trace/core/ownPhoto/blindTest.ts';
import { compare } from '../../../../../src/trace/core/ownPhoto/comparison.ts';
import { pooled } from '../../../../../src/trace/core/ownPhoto/evidence.ts';
import { findingFrom, findingOf, signOf } from '../../../../../src/trace/core/ownPhoto/finding.ts';
import { keyImprints } from '../../../../../src/trace/core/ownPhoto/keyImprints.ts';
import { minimise } from '../../../../../src/trace/core/ownPhoto/minimise.ts';
import { hashDistance, photoHash } from '../../../../../src/trace/core/ownPhoto/photoHash.ts';
import { coarseRegistration, refined, settled } from '../../../../../src/trace/core/ownPhoto/registration.ts';
import { likeliest, sketchSide } from '../../../../../src/trace/core/ownPhoto/search.ts';
import { leaves, part } from '../../../../fixtures/leaves.ts';
import { drawPicture } from '../../../../fixtures/pictures.ts';
import { shown as shownPixels } from '../../../../fixtures/shown.ts';

const engine = createCpuEngine('plain');
type Filtering = VeilSettings | CudaSettings;
const settings: VeilSettings = { ...veilPresets.standard, veilSize: 96 };
const keys = decoyKeys({ settings, labels: 2, seed: 'unit' }, 100);
const [owner = [], stranger = []] = keys;
/** The owner first. */
const filters = keyImprints(keys);

const planeOf = ({ data, width, height }: Pixels): Plane => luminanceOf(data, width, height);

async function protectedBy(
  imprint: Imprint | undefined,
  pixels: Pixels,
  by: Filtering = settings,
): Promise<Pixels> {
  if (!imprint) throw new Error('no filter');
  const { filter } = imprint;
  const treatment: Treatment = by.method === 'veil' ? { ...by, filter } : { method: 'cuda', filter };
  return (await engine.protect({ ...pixels, data: pixels.data.slice() }, treatment)).pixels;
}

/** As a site shows it. */
const shown = (pixels: Pixels, shortSide: number, quality: number): Plane =>
  planeOf(shownPixels(pixels, shortSide, quality));

test('the walk downhill ends in the valley, or at the fence before it', () => {
  const slope = (at: Float64Array, gradient: Float64Array) => {
    const [x = 0, y = 0] = at;
    gradient.set([2 * (x - 0.2) + (y - 0.1), 4 * (y - 0.1) + (x - 0.2)]);
    return (x - 0.2) ** 2 + 2 * (y - 0.1) ** 2 + (x - 0.2) * (y - 0.1);
  };
  const options = { least: -1, most: 1, steps: 50, scale: 0.1 };
  const [x, y] = minimise(slope, Float64Array.of(0.9, -0.9), options);
  expect(x).toBeCloseTo(0.2, 3);
  expect(y).toBeCloseTo(0.1, 3);
  expect(minimise(slope, Float64Array.of(-0.5, -0.5), { ...options, most: 0 })[0]).toBe(0);
});

describe('finding the original', () => {
  const originals = Array.from({ length: 100 }, (_, i) => planeOf(leaves(120, 90, i + 1)));
  const sketches = originals.map(plane => {
    const sides = sidesAt(plane.width, plane.height, sketchSide);
    return { hash: photoHash(plane), small: areaAverage(plane, sides.width, sides.height) };
  });

  test('the hash tells it among a hundred after a veil, a resize and JPEG 50', async () => {
    for (const at of [0, 13, 57, 99]) {
      const found = shown(await protectedBy(owner[0], leaves(120, 90, at + 1)), 70, 50);
      const bits = sketches.map(({ hash }) => hashDistance(hash, photoHash(found)));
      expect(bits.indexOf(Math.min(...bits))).toBe(at);
      expect(likeliest(found, photoHash(found), sketches)?.at).toBe(at);
    }
  });

  test('a crop is found where it lies, and a stranger nowhere', () => {
    const crop = part(originals[31] as Plane, 12, 9, 84, 66);
    const found = likeliest(crop, photoHash(crop), sketches);
    expect(found?.at).toBe(31);
    expect(found?.placement.x.scale).toBeCloseTo(0.7, 1);
    const stranger = planeOf(leaves(120, 90, 5000));
    expect(likeliest(stranger, photoHash(stranger), sketches)).toBeNull();
  });
});

describe('registration', () => {
  test('recovers crop and scale to a third of a pixel, under a veil and JPEG', async () => {
    const photo = leaves(480, 360, 3);
    const original = planeOf(photo);
    const hidden = await protectedBy(owner[1], photo);
    const [left, top, width, height] = [47, 32, 340, 280];
    const cut = part(planeOf(hidden), left, top, width, height);
    const found = areaAverage(cut, 221, 182);
    const coarse = coarseRegistration(found, original);
    const { placement, likeness } = refined(found, original, coarse.placement);
    expect(likeness).toBeGreaterThan(0.9);
    const third = 1 / 3 / 221 / 0.7;
    // A one-sided veil moves the picture a little, by part of one of its cells.
    const cell = 0.2 / 96;
    expect(Math.abs(placement.x.offset - left / 480)).toBeLessThan(third + cell);
    expect(Math.abs(placement.y.offset - top / 360)).toBeLessThan(third + cell);
    expect(Math.abs(placement.x.scale - width / 480)).toBeLessThan(2 * (third + cell));
    expect(Math.abs(placement.y.scale - height / 360)).toBeLessThan(2 * (third + cell));
  });
});

describe('the test against the original', () => {
  const photo = leaves(480, 360, 8);
  const original = planeOf(photo);

  async function finding(found: Plane, by: Filtering = settings, among = filters) {
    return findingIn(original, found, by, among);
  }

  async function findingIn(original: Plane, found: Plane, by: Filtering, among: typeof filters) {
    const { placement } = settled(found, original, coarseRegistration(found, original).placement);
    const { scores, unfiltered } = compare(found, original, placement, by, among);
    return {
      ...findingOf(scores, among, [0, 1]),
      unfiltered: unfiltered >= Math.max(scores[0] ?? 0, scores[1] ?? 0),
    };
  }

  test('knows key and label after halving and JPEG 75, and after a crop', async () => {
    const hidden = await protectedBy(owner[1], photo);
    expect(await finding(shown(hidden, 180, 75))).toEqual({ label: 1, p: 0.01, unfiltered: false });
    const crop = areaAverage(part(planeOf(hidden), 60, 30, 330, 270), 220, 180);
    expect(await finding(crop)).toEqual({ label: 1, p: 0.01, unfiltered: false });
  });

  test('finds nothing under another key, and sees that a copy was never protected', async () => {
    const others = keyImprints([owner, ...keys.slice(2)]);
    const foreign = shown(await protectedBy(stranger[0], photo), 180, 75);
    expect((await finding(foreign, settings, others)).p).toBeGreaterThan(0.01);
    expect((await finding(shown(photo, 180, 75))).unfiltered).toBe(true);
  });

  test('knows a cuda filter at full size and after JPEG', async () => {
    const cuda: Filtering = { method: 'cuda', kernelSize: 3, strength: 0.3 };
    const drawn = decoyKeys({ settings: cuda, labels: 2, seed: 'unit' }, 100);
    const found = shown(await protectedBy(drawn[0]?.[0], photo, cuda), 360, 90);
    expect(await finding(found, cuda, keyImprints(drawn))).toMatchObject({ label: 0, p: 0.01 });
  });

  test.each([
    [3, 0.3],
    [9, 0.06],
  ])(
    'knows a cuda filter of %i taps a side on a soft picture, which many places would fit',
    async (kernelSize, strength) => {
      const cuda: Filtering = { method: 'cuda', kernelSize, strength };
      const drawn = decoyKeys({ settings: cuda, labels: 2, seed: 'unit' }, 100);
      const { width, height, data } = drawPicture(240, 180, 5, 4);
      const soft = {
        width,
        height,
        data: Uint8ClampedArray.from(data, (value, i) => (i % 4 === 3 ? 255 : value)),
      };
      const found = planeOf(await protectedBy(drawn[0]?.[1], soft, cuda));
      expect(await findingIn(planeOf(soft), found, cuda, keyImprints(drawn))).toMatchObject({
        label: 1,
        p: 0.01,
      });
    },
  );
});

describe('the blind test', () => {
  const sizes = [{ width: 300, height: 220 }];
  const known = { veilSize: 96, smoothed: false, sizes };

  test('knows the key of a few photos together, after JPEG 75, and no other', async () => {
    const photos = [21, 22, 23].map(seed => leaves(300, 220, seed));
    const scoresOf = async (imprint: Imprint | undefined) => {
      const all = await Promise.all(
        photos.map(async photo =>
          blindScores(shown(await protectedBy(imprint, photo), 160, 75), known, filters),
        ),
      );
      return pooled(all.map(filter => ({ cast: null, filter })));
    };
    expect(findingFrom(await scoresOf(owner[0]), filters, [0, 1])).toEqual({
      label: 0,
      p: 0.01,
      alone: { cast: null, filter: 0.01 },
    });
    expect(findingFrom(await scoresOf(stranger[1]), filters, [0, 1])?.p).toBeGreaterThan(0.01);
  });

  test('says nothing of what is too small', () => {
    expect(blindScores(planeOf(leaves(60, 40, 1)), known, filters)).toBeNull();
  });
});

test('words go with chances', () => {
  expect([0.001, 0.002, 0.01, 0.05, 0.051].map(signOf)).toEqual([
    'very-strong',
    'strong',
    'strong',
    'weak',
    'none',
  ]);
});
