import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LabelFilters } from '../../../src/core/filter/labelFilters.ts';
import { MasterKey } from '../../../src/core/key/key.ts';
import { luminanceOf, type Plane } from '../../../src/core/picture/luminance.ts';
import type { Receipt } from '../../../src/core/receipt.ts';
import { castPresets, type VeilSettings } from '../../../src/core/settings.ts';
import { treatmentFor } from '../../../src/core/treatment.ts';
import { createCpuEngine } from '../../../src/engine/cpu/cpuEngine.ts';
import { decoyKeys } from '../../../src/trace/core/decoys.ts';
import { blindScores } from '../../../src/trace/core/ownPhoto/blindTest.ts';
import { compare } from '../../../src/trace/core/ownPhoto/comparison.ts';
import { findingFrom, findingOf } from '../../../src/trace/core/ownPhoto/finding.ts';
import { type KeyImprints, keyImprints, type Scores } from '../../../src/trace/core/ownPhoto/keyImprints.ts';
import { hashDistance, photoHash } from '../../../src/trace/core/ownPhoto/photoHash.ts';
import { corrected, type Placement, wholeFrame } from '../../../src/trace/core/ownPhoto/placement.ts';
import { refined } from '../../../src/trace/core/ownPhoto/registration.ts';
import { answerFor, sketchFrom, viewOf } from '../../../src/trace/pipeline/findOwn.ts';
import { howMany } from '../../fixtures/howMany.ts';
import { leaves, part } from '../../fixtures/leaves.ts';

const engine = createCpuEngine('plain');
const veilSize = 48;
const settings: VeilSettings = { method: 'veil', veilSize, strength: 0.3 };
const labels = 2;
const decoys = 19;
/** Keys of their own for every trial: as many as all of them need. */
const trials = howMany(20, 48);
const pool = decoyKeys({ settings, labels, seed: 'null' }, (decoys + 2) * trials);

const keysOf = (trial: number): KeyImprints =>
  keyImprints(pool.slice(trial * (decoys + 2), trial * (decoys + 2) + decoys + 1));

/** A photo that a key protected which is neither the owner's nor a decoy's; every other one was never protected. */
async function foreign(trial: number): Promise<{ readonly original: Plane; readonly found: Plane }> {
  const photo = leaves(72, 56, 900 + trial);
  const original = luminanceOf(photo.data.slice(), photo.width, photo.height);
  const filter = pool[trial * (decoys + 2) + decoys + 1]?.[trial % labels]?.filter;
  if (trial % 2 === 0 || !filter) return { original, found: original };
  const { pixels } = await engine.protect(photo, { ...settings, filter });
  return { original, found: luminanceOf(pixels.data, pixels.width, pixels.height) };
}

/** Greatest distance of the p-values from a uniform distribution over 1/20 … 20/20 (Kolmogorov and Smirnov). */
function unevenness(values: readonly number[]): number {
  const steps = Array.from({ length: decoys + 1 }, (_, i) => (i + 1) / (decoys + 1));
  return Math.max(
    ...steps.map(at => Math.abs(values.filter(p => p <= at + 1e-9).length / values.length - at)),
  );
}

/** Exceeded once in a thousand by values that are uniform. */
const mostOf = (values: number) => Math.sqrt(-Math.log(0.001 / 2) / (2 * values));
const most = mostOf(trials);
const castTrials = howMany(8, 20);

describe('p-values of photos that have nothing to do with the key are uniform', () => {
  async function pValues(score: (trial: number, keys: KeyImprints) => Promise<Scores | null>) {
    const values: number[] = [];
    for (let trial = 0; trial < trials; trial++) {
      const keys = keysOf(trial);
      const scores = await score(trial, keys);
      if (scores === null) throw new Error('no scores');
      values.push(findingOf(scores, keys, [0, 1]).p);
    }
    return values;
  }

  test('against the original', async () => {
    const values = await pValues(async (trial, keys) => {
      const { original, found } = await foreign(trial);
      return compare(found, original, wholeFrame, settings, keys).scores;
    });
    expect(unevenness(values)).toBeLessThan(most);
  });

  test('without it', async () => {
    const values = await pValues(async (trial, keys) => {
      const { found } = await foreign(trial);
      return blindScores(found, { veilSize, smoothed: false, sizes: [] }, keys);
    });
    expect(unevenness(values)).toBeLessThan(most);
  });
});

describe.each([castPresets.light, { ...castPresets.standard, veilSize }])(
  'p-values under casts are uniform as well, strength $strength',
  settings => {
    const names = ['a', 'b'];
    const receipt: Receipt = {
      dataset: 'd',
      keyCheck: '0'.repeat(16),
      commitment: '0'.repeat(64),
      settings,
      labels: names,
      files: [],
    };

    /** A real key among decoys, for each trial one of its own. */
    async function ownerAmongDecoys(trial: number): Promise<KeyImprints> {
      const bytes = Uint8Array.from({ length: 32 }, (_, at) => (trial * 7919 + at * 104_729) % 251);
      const own = await new LabelFilters(await MasterKey.take(bytes)).imprints(names, settings);
      return keyImprints([own, ...decoyKeys({ settings, labels, seed: `trial ${trial}` }, decoys)]);
    }

    /** Every other photo is a stranger's, the rest were never protected. */
    async function pValues(beside: boolean): Promise<readonly number[]> {
      const values: number[] = [];
      const [stranger] = decoyKeys({ settings, labels, seed: 'stranger' }, 1);
      for (let trial = 0; trial < castTrials; trial++) {
        const photo = leaves(72, 56, 500 + trial);
        const original = viewOf({ ...photo, data: photo.data.slice() });
        const imprint = stranger?.[trial % labels];
        if (!imprint) throw new Error('no stranger');
        const hidden = trial % 2 === 0 ? await engine.protect(photo, treatmentFor(settings, imprint)) : null;
        const seen = { sha256: '', ...(hidden ? viewOf(hidden.pixels) : original) };
        const imprints = await ownerAmongDecoys(trial);
        const originals = beside ? [sketchFrom({ sha256: '', ...original })] : [];
        const answer = await answerFor(seen, { receipt, imprints, originals }, async () => original);
        if (answer.kind === 'untested') throw new Error('untested');
        values.push(findingFrom(answer.evidence, imprints, [0, 1])?.p ?? Number.NaN);
      }
      return values;
    }

    test.each([true, false])('with the original: %s', async beside => {
      expect(unevenness(await pValues(beside))).toBeLessThan(mostOf(castTrials));
    });
  },
);

test('whatever is cut out of a photo is placed where it was', () => {
  const original = luminanceOf(leaves(300, 240, 77).data, 300, 240);
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 90 }),
      fc.integer({ min: 0, max: 70 }),
      fc.integer({ min: 160, max: 200 }),
      fc.integer({ min: 130, max: 160 }),
      fc.double({ min: -0.01, max: 0.01, noNaN: true }),
      (left, top, width, height, off) => {
        const found = part(original, left, top, width, height);
        const truth: Placement = {
          x: { offset: left / 300, scale: width / 300 },
          y: { offset: top / 240, scale: height / 240 },
        };
        const { placement } = refined(found, original, corrected(truth, [off, -off, -off, off]));
        // Under half a pixel.
        for (const side of ['x', 'y'] as const) {
          expect(Math.abs(placement[side].offset - truth[side].offset)).toBeLessThan(0.0015);
          expect(Math.abs(placement[side].scale - truth[side].scale)).toBeLessThan(0.0015);
        }
      },
    ),
    { numRuns: howMany(8, 20) },
  );
});

test('a hash does not change with brightness and contrast, and hash distance is a distance', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 500 }),
      fc.double({ min: 0.3, max: 3, noNaN: true }),
      fc.double({ min: -50, max: 50, noNaN: true }),
      (seed, contrast, brightness) => {
        const plane = luminanceOf(leaves(64, 48, seed).data, 64, 48);
        const changed = { ...plane, values: plane.values.map(value => value * contrast + brightness) };
        expect(hashDistance(photoHash(plane), photoHash(changed))).toBeLessThanOrEqual(1);
        const other = photoHash(luminanceOf(leaves(64, 48, seed + 1).data, 64, 48));
        expect(hashDistance(photoHash(plane), other)).toBe(hashDistance(other, photoHash(plane)));
        expect(hashDistance(other, other)).toBe(0);
      },
    ),
    { numRuns: 20 },
  );
});
