import { describe, expect, it } from 'vitest';
import { spreadFilter } from '../../../../src/core/filter/spreadFilter.ts';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('a filter for a smaller copy', () => {
  it('is the filter itself where nothing is smaller', () => {
    const filter = { size: 3, weights: [0, 0.1, 0.2, 0.3, 1, 0, 0.1, 0.2, 0.3] };
    expect(spreadFilter(filter, 1)).toBe(filter);
  });

  it('shares a tap out between the pixels that it falls among', () => {
    const right = { size: 3, weights: [0, 0, 0, 0, 0, 1, 0, 0, 0] };
    expect(spreadFilter(right, 4).weights).toEqual([0, 0, 0, 0, 0.75, 0.25, 0, 0, 0]);
    const corner = { size: 3, weights: [1, 0, 0, 0, 0, 0, 0, 0, 0] };
    expect(spreadFilter(corner, 2).weights).toEqual([0.25, 0.25, 0, 0.25, 0.25, 0, 0, 0, 0]);
  });

  it('keeps the sum and the middle of mass, and stays a filter', () => {
    const weights = Array.from({ length: 81 }, (_, i) => (i === 40 ? 1 : ((i * 37) % 60) / 1000));
    for (const factor of [2, 4, 8, 16]) {
      const small = spreadFilter({ size: 9, weights }, factor);
      expect(small.size).toBe(2 * Math.ceil(4 / factor) + 1);
      expect(small.weights).toHaveLength(small.size ** 2);
      expect(Math.min(...small.weights)).toBeGreaterThanOrEqual(0);
      expect(sum(small.weights)).toBeCloseTo(sum(weights), 12);
      const across = (filter: { size: number; weights: readonly number[] }) =>
        sum(filter.weights.map((w, i) => w * ((i % filter.size) - (filter.size - 1) / 2)));
      expect(across(small) * factor).toBeCloseTo(across({ size: 9, weights }), 12);
    }
  });
});
