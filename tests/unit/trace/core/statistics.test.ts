import { describe, expect, test } from 'vitest';
import { holm } from '../../../../src/trace/core/holm.ts';
import { matchedP } from '../../../../src/trace/core/matched.ts';
import { photosNeeded } from '../../../../src/trace/core/power.ts';
import { rankAmong, rankSumP } from '../../../../src/trace/core/rank.ts';
import { normalBelow, normalQuantile, tailOfSum } from '../../../../src/trace/core/tails.ts';
import fixture from '../../../fixtures/statistics.json' with { type: 'json' };

/** Equal to nine digits, however small. */
function alike(found: number, expected: number) {
  expect(Math.abs(found / expected - 1), `${found} for ${expected}`).toBeLessThan(1e-9);
}

describe('tails', () => {
  test('are those of other programs', () => {
    for (const { n, p, least, tail } of fixture.binomials) {
      alike(tailOfSum([{ count: n, chance: p }], least), tail);
    }
    for (const { groups, least, tail } of fixture.sums) {
      const tries = groups.map(({ count, of: [part = 0, all = 1] }) => ({ count, chance: part / all }));
      alike(tailOfSum(tries, least), tail);
    }
    for (const { z, below } of fixture.normals) {
      alike(normalBelow(z), below);
      expect(normalQuantile(below)).toBeCloseTo(z, 6);
    }
  });

  test('end where chances end', () => {
    expect(tailOfSum([], 0)).toBe(1);
    expect(tailOfSum([], 1)).toBe(0);
    expect(tailOfSum([{ count: 3, chance: 1 }], 3)).toBe(1);
    expect(tailOfSum([{ count: 3, chance: 0 }], 1)).toBe(0);
    expect(tailOfSum([{ count: 3, chance: 0.5 }], 4)).toBe(0);
  });
});

describe('the paired test', () => {
  test("is McNemar's with one decoy a photo", () => {
    for (const { ownOnly, decoyOnly, p } of fixture.mcnemars) {
      const sets = [
        ...Array.from({ length: ownOnly }, () => ({ own: true, decoys: 1, hits: 0 })),
        ...Array.from({ length: decoyOnly }, () => ({ own: false, decoys: 1, hits: 1 })),
        // Tell nothing.
        { own: true, decoys: 1, hits: 1 },
        { own: false, decoys: 1, hits: 0 },
      ];
      alike(matchedP(sets), p);
    }
  });

  test('counts by hand', () => {
    // Own hits in both: 1/3 · 1/2 of one decoy more or fewer.
    const two = [
      { own: true, decoys: 2, hits: 0 },
      { own: true, decoys: 3, hits: 1 },
    ];
    alike(matchedP(two), 1 / 6);
    // One of the two at least.
    alike(
      matchedP([two[0], { own: false, decoys: 3, hits: 2 }].flatMap(set => set ?? [])),
      1 - (2 / 3) * (1 / 2),
    );
    expect(matchedP([])).toBe(1);
    expect(matchedP([{ own: false, decoys: 5, hits: 0 }])).toBe(1);
  });

  test('takes 20,000 photos', () => {
    const sets = Array.from({ length: 20_000 }, (_, i) => ({ own: i % 3 === 0, decoys: 5, hits: i % 5 }));
    const p = matchedP(sets);
    expect(p).toBeGreaterThanOrEqual(0);
    expect(p).toBeLessThanOrEqual(1);
  });
});

describe('the rank', () => {
  test('counts decoys that did as well as better', () => {
    expect(rankAmong(5, new Array<number>(39).fill(4))).toEqual({ rank: 1, of: 40, p: 1 / 40 });
    expect(rankAmong(5, [6, 5, 5, 2])).toEqual({ rank: 4, of: 5, p: 4 / 5 });
    expect(rankAmong(0, [])).toEqual({ rank: 1, of: 1, p: 1 });
  });

  test('of several labels is counted exactly', () => {
    for (const { ranks, of, p } of fixture.ranks) alike(rankSumP(ranks, of), p);
    expect(rankSumP([], 40)).toBe(1);
    expect(rankSumP([40, 40], 40)).toBeCloseTo(1, 12);
  });
});

describe('several at once', () => {
  test("Holm's correction, by hand", () => {
    expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
    expect(holm([0.6, 0.7])).toEqual([1, 1]);
    expect(holm([])).toEqual([]);
  });
});

describe('what is needed', () => {
  test('grows with the demand and falls with the effect, and there is none without one', () => {
    const expected = { own: 0.3, decoys: 0.1, each: 5, alpha: 0.001, power: 0.9 };
    const photos = photosNeeded(expected) ?? 0;
    expect(photos).toBeGreaterThan(20);
    expect(photos).toBeLessThan(150);
    expect(photosNeeded({ ...expected, power: 0.99 })).toBeGreaterThan(photos);
    expect(photosNeeded({ ...expected, each: 1 })).toBeGreaterThan(photos);
    expect(photosNeeded({ ...expected, own: 0.9 })).toBeLessThan(photos);
    expect(photosNeeded({ ...expected, own: 0.1 })).toBeNull();
    expect(photosNeeded({ ...expected, own: 1, decoys: 0 })).toBe(4);
  });
});
