import fc from 'fast-check';
import seedrandom from 'seedrandom';
import { describe, expect, test } from 'vitest';
import { contour } from '../../../../src/prove/core/contours.ts';
import {
  bayesRule,
  chernoffBound,
  cleanAccuracy,
  eigenvalues,
  evenMean,
  type Mixture,
  normalBelow,
  normals,
  ruleValue,
  simulatedAccuracy,
  sineTransform,
} from '../../../../src/prove/core/theory.ts';
import reference from '../../../fixtures/prove/reference.json' with { type: 'json' };

const tap = fc.double({ min: 0, max: 0.5, noNaN: true });
const mixture = fc
  .record({
    a1: tap,
    aMinus1: tap,
    norm: fc.double({ min: 0.1, max: 5, noNaN: true }),
    d: fc.integer({ min: 2, max: 40 }),
  })
  .map(({ a1, aMinus1, norm, d }): Mixture => ({ a1, aMinus1, mean: evenMean(norm, d) }));
/** [a, 1, a] as a matrix, times a vector. */
const filtered = (a: number, x: ArrayLike<number>) =>
  Array.from(x, (value, i) => value + a * ((x[i - 1] ?? 0) + (x[i + 1] ?? 0)));

describe('the sine transform', () => {
  test('turns the filter into its eigenvalues', () => {
    fc.assert(
      fc.property(
        tap,
        fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 2, maxLength: 12 }),
        (a, x) => {
          const values = eigenvalues(a, x.length);
          const left = sineTransform(filtered(a, x));
          const right = sineTransform(x).map((u, i) => u * (values[i] ?? 0));
          for (const [i, value] of left.entries()) expect(value).toBeCloseTo(right[i] ?? Number.NaN, 9);
          const again = sineTransform(sineTransform(x));
          for (const [i, value] of again.entries()) expect(value).toBeCloseTo(x[i] ?? Number.NaN, 9);
        },
      ),
    );
  });
});

describe('the rule learnt from protected points', () => {
  test('compares the two protected densities', () => {
    fc.assert(
      fc.property(mixture, fc.integer(), (m, seed) => {
        const rule = bayesRule(m);
        const d = m.mean.length;
        const u = normals(d, seedrandom(String(seed)));
        const density = (a: number, y: number) =>
          eigenvalues(a, d).reduce((sum, l, i) => {
            const z = ((u[i] ?? 0) - y * l * (m.mean[i] ?? 0)) / l;
            return sum - (z * z) / 2 - Math.log(l);
          }, 0);
        const difference = 2 * (density(m.a1, 1) - density(m.aMinus1, -1));
        expect(ruleValue(rule, u)).toBeCloseTo(difference, -Math.log10(1e-6 * (1 + Math.abs(difference))));
      }),
    );
  });

  test('is right on clean points as often as a quadrature of the densities says (d = 2)', () => {
    for (const { a1, aMinus1, mu, accuracy } of reference.theory) {
      expect(cleanAccuracy({ a1, aMinus1, mean: sineTransform(mu) })).toBeCloseTo(accuracy, 3);
    }
  });

  test('is right on simulated clean points as often as computed, give or take four standard errors', () => {
    const points = 20_000;
    for (const [a1, aMinus1, norm, d] of [
      [0.45, 0.1, 1, 2],
      [0.3, 0.05, 2.5, 16],
      [0.1, 0.5, 1, 30],
    ] as const) {
      const m = { a1, aMinus1, mean: evenMean(norm, d) };
      const tried = simulatedAccuracy(m, normals(points * d, seedrandom('theory')));
      expect(Math.abs(tried - cleanAccuracy(m))).toBeLessThan(4 * Math.sqrt(0.25 / points));
    }
  });

  test('is the clean one, right Φ(‖μ‖) of the time, without filters or with one filter that only scales μ', () => {
    for (const norm of [0.5, 1, 2.5]) {
      const bare = { a1: 0, aMinus1: 0, mean: evenMean(norm, 8) };
      expect(cleanAccuracy(bare)).toBeCloseTo(normalBelow(norm), 4);
      // μ along one eigenvector.
      const mean = new Float64Array(8);
      mean[2] = norm;
      expect(cleanAccuracy({ a1: 0.4, aMinus1: 0.4, mean })).toBeCloseTo(normalBelow(norm), 4);
    }
  });

  test('with one filter for both classes is a straight cut across A⁻¹μ', () => {
    fc.assert(
      fc.property(tap, fc.integer({ min: 2, max: 20 }), (a, d) => {
        const mean = evenMean(1.5, d);
        const turned = mean.map((m, i) => m / (eigenvalues(a, d)[i] ?? 1));
        const along = mean.reduce((sum, m, i) => sum + m * (turned[i] ?? 0), 0) / Math.hypot(...turned);
        expect(cleanAccuracy({ a1: a, aMinus1: a, mean })).toBeCloseTo(normalBelow(along), 4);
      }),
    );
  });

  test('is as good with the filters changed over', () => {
    fc.assert(
      fc.property(mixture, m => {
        const other = { ...m, a1: m.aMinus1, aMinus1: m.a1 };
        expect(cleanAccuracy(other)).toBeCloseTo(cleanAccuracy(m), 5);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the Chernoff bound', () => {
  test('bounds', () => {
    fc.assert(
      fc.property(mixture, m => {
        const bound = chernoffBound(m);
        expect(bound).toBeLessThanOrEqual(1);
        expect(cleanAccuracy(m)).toBeLessThanOrEqual(bound + 2e-4);
      }),
    );
  });

  test('says something where filters lie far apart in many dimensions', () => {
    expect(chernoffBound({ a1: 0.5, aMinus1: 0, mean: evenMean(1, 40) })).toBeLessThan(0.6);
  });
});

test('Φ is that of the tables', () => {
  for (const [x, value] of [
    [0, 0.5],
    [1, 0.8413447],
    [2.5, 0.9937903],
    [-1.96, 0.0249979],
  ] as const) {
    expect(normalBelow(x)).toBeCloseTo(value, 6);
  }
});

test('contours lie where the level is', () => {
  const side = 21;
  const values = Array.from({ length: side * side }, (_, i) =>
    Math.hypot((i % side) - 10, Math.floor(i / side) - 10),
  );
  const pieces = contour({ side, values }, 6.3);
  expect(pieces.length).toBeGreaterThan(30);
  for (const [x1, y1, x2, y2] of pieces) {
    expect(Math.hypot(x1 - 10, y1 - 10)).toBeCloseTo(6.3, 1);
    expect(Math.hypot(x2 - 10, y2 - 10)).toBeCloseTo(6.3, 1);
  }
  expect(contour({ side, values }, 99)).toEqual([]);
});
