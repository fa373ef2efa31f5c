import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aucOf } from '../../../../../src/prove/core/detector/auc.ts';

const scores = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 30 });

describe('the area under a ROC curve', () => {
  it('counts pairs, a tie as half', () => {
    // Of 3 × 4 pairs: 3 beats 1, 2, 2; ties 3. 5 beats all four. 2 beats 1, ties twice. 3.5 + 4 + 2 = 9.5.
    expect(aucOf([3, 5, 2], [1, 2, 2, 3]).area).toBeCloseTo(9.5 / 12, 12);
  });

  it('is 1 where all lie apart, and yet not certain', () => {
    const { area, low, high } = aucOf([4, 5, 6], [1, 2, 3]);
    expect([area, high]).toEqual([1, 1]);
    expect(low).toBeGreaterThan(0.3);
    expect(low).toBeLessThan(0.7);
  });

  it('has an interval at whose ends the area lies 1.96 of their deviations away', () => {
    const above = Array.from({ length: 20 }, (_, i) => i + 5);
    const below = Array.from({ length: 30 }, (_, i) => i);
    const { area, low, high } = aucOf(above, below);
    for (const end of [low, high]) {
      // Newcombe's variance at the end itself, N* = 24, written out.
      const spread = 1 + (24 * (1 - end)) / (2 - end) + (24 * end) / (1 + end);
      const deviation = Math.sqrt((end * (1 - end) * spread) / 600);
      expect(Math.abs(area - end) / deviation).toBeCloseTo(1.959964, 5);
    }
    expect(low).toBeLessThan(area);
    expect(high).toBeGreaterThan(area);
  });

  it('holds the truth in 95 of 100 draws, more or less', () => {
    // Of two lists from one law the true area is a half.
    let state = 1;
    const random = () => {
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    const list = () => Array.from({ length: 25 }, random);
    const held = Array.from({ length: 2000 }, () => aucOf(list(), list())).filter(
      ({ low, high }) => low <= 0.5 && high >= 0.5,
    ).length;
    expect(held).toBeGreaterThan(0.93 * 2000);
    expect(held).toBeLessThan(0.97 * 2000);
  });

  it('turns round with its lists, and does not ask how scores are spaced', () => {
    fc.assert(
      fc.property(scores, scores, (above, below) => {
        const one = aucOf(above, below);
        const other = aucOf(below, above);
        expect(one.area + other.area).toBeCloseTo(1, 12);
        expect(one.low + other.high).toBeCloseTo(1, 6);
        const cubes = (list: readonly number[]) => list.map(x => x ** 3);
        expect(aucOf(cubes(above), cubes(below))).toEqual(one);
        expect(0 <= one.low && one.low <= one.area && one.area <= one.high && one.high <= 1).toBe(true);
      }),
    );
  });
});
