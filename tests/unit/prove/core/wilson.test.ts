import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../../../src/prove/core/wilson.ts';

/** A share at either end of the interval is just so many standard errors (of that share itself) from what was seen. */
function deviatesFrom(share: number, right: number, total: number): number {
  return Math.abs(right / total - share) / Math.sqrt((share * (1 - share)) / total);
}

describe('the Wilson interval', () => {
  // (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n), worked out with a pocket calculator.
  it.each([
    [5, 10, 0.23659, 0.76341],
    [81, 263, 0.2553, 0.36621],
    [0, 20, 0, 0.16113],
    [20, 20, 0.83887, 1],
  ])('of %i right of %i', (right, total, low, high) => {
    const interval = wilsonInterval(right, total);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('knows nothing where nothing was asked', () => {
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
  });

  it('ends where what was seen would be 1.96 standard errors off', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (total, part) => {
          const right = Math.round(part * total);
          const { low, high } = wilsonInterval(right, total);
          expect(low).toBeLessThanOrEqual(right / total);
          expect(high).toBeGreaterThanOrEqual(right / total);
          if (right > 0) expect(deviatesFrom(low, right, total)).toBeCloseTo(1.959964, 5);
          if (right < total) expect(deviatesFrom(high, right, total)).toBeCloseTo(1.959964, 5);
        },
      ),
    );
  });
});
