import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forecast, workOf } from '../../../../src/state/run/progress.ts';

describe('forecast', () => {
  test('says nothing until it knows something', () => {
    expect(forecast(100, 50, 1, 2)).toEqual({ rate: null, secondsLeft: null });
    expect(forecast(5000, 1, 1, 2)).toEqual({ rate: null, secondsLeft: null });
  });

  test('a big photo among small ones counts for what it is', () => {
    const small = workOf({ width: 100, height: 100 });
    const big = workOf({ width: 4000, height: 3000 });
    const { secondsLeft } = forecast(2000, 2, 2 * small, 2 * small + big);
    expect(secondsLeft).toBeGreaterThan(100);
  });

  test('with even work, half done takes as long again', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 10_000 }),
        fc.integer({ min: 1000, max: 1e7 }),
        (photos, elapsed) => {
          const { rate, secondsLeft } = forecast(elapsed, photos, photos * 3, photos * 6);
          expect(secondsLeft).toBeCloseTo(elapsed / 1000, 6);
          expect(rate).toBeCloseTo(photos / (elapsed / 1000), 6);
        },
      ),
    );
  });
});
