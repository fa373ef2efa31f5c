import { describe, expect, it } from 'vitest';
import { cudaFilter } from '../../../../src/core/filter/cuda.ts';
import { isKernelSize, isStrength, rowsOf } from '../../../../src/core/filter/filter.ts';

const seed = '8ae2a5e86c85eed111610f0be25fe0d2e5f487216f6a48dd77e6a040bc919cc6';

describe('a cuda filter', () => {
  it.each([3, 5, 9, 15])('of size %i has one tap of 1 and side taps below the strength', size => {
    const { weights } = cudaFilter(seed, size, 0.3);
    expect(weights).toHaveLength(size * size);
    expect(weights.filter(weight => weight === 1)).toHaveLength(1);
    expect(weights.filter(weight => weight !== 1).every(weight => weight >= 0 && weight < 0.3)).toBe(true);
  });

  it.each([1, 2, 4, 17, 3.5, Number.NaN])('of size %s is a bug', size => {
    expect(() => cudaFilter(seed, size, 0.3)).toThrow(RangeError);
  });

  it.each([0, -0.1, 1.01, Number.NaN, Infinity])('of strength %s is a bug', strength => {
    expect(() => cudaFilter(seed, 3, strength)).toThrow(RangeError);
  });
});

it('knows the bounds of size and strength', () => {
  expect([1, 3, 4, 15, 17].map(isKernelSize)).toEqual([false, true, false, true, false]);
  expect([0, 0.001, 1, 1.001].map(isStrength)).toEqual([false, true, true, false]);
});

it('becomes rows, from the top', () => {
  const filter = cudaFilter(seed, 5, 0.2);
  expect(rowsOf(filter).map(row => row.length)).toEqual([5, 5, 5, 5, 5]);
  expect(rowsOf(filter).flat()).toEqual(filter.weights);
});
