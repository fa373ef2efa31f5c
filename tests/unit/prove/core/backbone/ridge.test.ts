import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type FeatureRows,
  learnLastLayer,
  penalties,
  ridgeLayer,
  toldLabels,
} from '../../../../../src/prove/core/backbone/ridge.ts';
import { dealt } from '../../../../../src/prove/core/crossValidation.ts';

function rowsOf(features: readonly (readonly number[])[]): FeatureRows {
  return {
    count: features.length,
    length: features[0]?.length ?? 0,
    values: Float32Array.from(features.flat()),
  };
}

/** Draws that any two machines make alike (a linear congruence), from −1 to 1. */
function drawsOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return (2 * state) / 2 ** 31 - 1;
  };
}

/** Two or more labels whose features lie around corners of their own. */
function clouds(labels: number, each: number, length: number, spread: number, seed = 7) {
  const draw = drawsOf(seed);
  const labelOf = Array.from({ length: labels * each }, (_, at) => at % labels);
  const features = labelOf.map(label =>
    Array.from({ length }, (_, i) => (i === label ? 2 : 0) + spread * draw()),
  );
  return { labelOf, rows: rowsOf(features) };
}

/** What is left of the normal equations (XᵀX + λI)W = XᵀY, worked out plainly; 0 of the one right layer. */
function residual(rows: FeatureRows, labelOf: readonly number[], labels: number, penalty: number): number {
  const { count, length, values } = rows;
  const { weights, bias } = ridgeLayer(rows, labelOf, labels, penalty);
  const feature = (row: number, i: number) => values[row * length + i] as number;
  const mean = (i: number) =>
    Array.from({ length: count }, (_, row) => feature(row, i)).reduce((a, b) => a + b) / count;
  const means = Array.from({ length }, (_, i) => mean(i));
  const centred = (row: number, i: number) => feature(row, i) - (means[i] as number);
  let trace = 0;
  for (let row = 0; row < count; row++) for (let i = 0; i < length; i++) trace += centred(row, i) ** 2;
  let worst = 0;
  for (let k = 0; k < labels; k++) {
    for (let i = 0; i < length; i++) {
      let left = penalty * trace * (weights[i * labels + k] as number);
      for (let row = 0; row < count; row++) {
        let said = bias[k] as number;
        for (let j = 0; j < length; j++) said += feature(row, j) * (weights[j * labels + k] as number);
        left += centred(row, i) * (said - (labelOf[row] === k ? 1 : 0));
      }
      worst = Math.max(worst, Math.abs(left) / trace);
    }
  }
  return worst;
}

describe('ridge regression', () => {
  test('of three photos with one feature is what a pencil finds', () => {
    // x = 0, 1, 5 with labels 0, 0, 1. Less the mean 2: −2, −1, 3; XᵀX = 14. Targets of label 1 less their mean ⅓:
    // −⅓, −⅓, ⅔; XᵀY = 3. With λ = half the trace, 7: w = 3 / 21 = 1/7, bias = ⅓ − 2/7 = 1/21. Label 0 is the contrary.
    const { weights, bias } = ridgeLayer(rowsOf([[0], [1], [5]]), [0, 0, 1], 2, 0.5);
    expect([...weights].map(weight => weight * 7)).toEqual([expect.closeTo(-1, 12), expect.closeTo(1, 12)]);
    expect([...bias].map(one => one * 21)).toEqual([expect.closeTo(20, 12), expect.closeTo(1, 12)]);
  });

  test('solves its normal equations, with more photos than features and with fewer', () => {
    const numbers = fc.record({
      labels: fc.integer({ min: 2, max: 4 }),
      each: fc.integer({ min: 1, max: 6 }),
      length: fc.integer({ min: 1, max: 20 }),
      seed: fc.integer({ min: 1, max: 1e6 }),
      penalty: fc.constantFrom(...penalties),
    });
    fc.assert(
      fc.property(numbers, ({ labels, each, length, seed, penalty }) => {
        const { rows, labelOf } = clouds(labels, each, length, 1, seed);
        expect(residual(rows, labelOf, labels, penalty)).toBeLessThan(1e-9);
      }),
      { numRuns: 60 },
    );
  });

  test('does not care where features begin, nor on what scale they are', () => {
    const { rows, labelOf } = clouds(3, 8, 12, 3);
    const moved = { ...rows, values: rows.values.map(value => 4 * value + 16) };
    const told = toldLabels(ridgeLayer(rows, labelOf, 3, 0.01), rows);
    expect(toldLabels(ridgeLayer(moved, labelOf, 3, 0.01), moved)).toEqual(told);
  });

  test('says the commonest label of photos that are all alike', () => {
    const rows = rowsOf([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
    expect(toldLabels(ridgeLayer(rows, [1, 0, 1], 2, 0.01), rows)).toEqual([1, 1, 1]);
  });
});

describe('the last layer', () => {
  test('tells labels that lie apart, also in photos that it has not seen', () => {
    const { rows, labelOf } = clouds(4, 15, 10, 0.5);
    const fresh = clouds(4, 20, 10, 0.5, 99);
    const learnt = learnLastLayer(rows, labelOf, 4, 'seed');
    expect(learnt.total).toBe(12);
    expect(learnt.right).toBe(12);
    expect(toldLabels(learnt.layer, fresh.rows)).toEqual(fresh.labelOf);
  });

  test('takes a penalty with which no other is right more often on the photos kept back', () => {
    // Twelve photos a label in 200 features, nearly all of them noise.
    const { rows, labelOf } = clouds(2, 12, 200, 2.5);
    const learnt = learnLastLayer(rows, labelOf, 2, 'seed');
    const kept = dealt(labelOf, 'seed').map(part => part === 0);
    const only = (wanted: boolean) => {
      const places = [...labelOf.keys()].filter(place => kept[place] === wanted);
      const features = places.map(place => [...rows.values.subarray(place * 200, (place + 1) * 200)]);
      return { rows: rowsOf(features), labelOf: places.map(place => labelOf[place] as number) };
    };
    const [learning, asked] = [only(false), only(true)];
    const rights = penalties.map(penalty => {
      const told = toldLabels(ridgeLayer(learning.rows, learning.labelOf, 2, penalty), asked.rows);
      return told.filter((label, at) => label === asked.labelOf[at]).length;
    });
    expect(learnt.right).toBe(Math.max(...rights));
    expect(rights[penalties.indexOf(learnt.penalty)]).toBe(learnt.right);
    expect(new Set(rights).size).toBeGreaterThan(1);
  });

  test('is right by chance alone where labels mean nothing', () => {
    const { rows } = clouds(1, 120, 8, 1);
    const draw = drawsOf(5);
    const labelOf = Array.from({ length: 120 }, () => (draw() < 0 ? 0 : 1));
    const fresh = clouds(1, 400, 8, 1, 31);
    const learnt = learnLastLayer(rows, labelOf, 2, 'seed');
    const ones = toldLabels(learnt.layer, fresh.rows).filter(label => label === 1).length;
    expect(learnt.right / learnt.total).toBeLessThan(0.8);
    expect(ones).toBeGreaterThan(0);
    expect(ones).toBeLessThan(400);
  });
});
