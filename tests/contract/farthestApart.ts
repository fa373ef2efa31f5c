import { expect } from 'vitest';

/** The greatest difference between numbers and those of a vector, in the same order. */
export function farthestApart(made: readonly number[], given: readonly (readonly number[])[]): number {
  const expected = given.flat();
  expect(made).toHaveLength(expected.length);
  return Math.max(...made.map((value, i) => Math.abs(value - (expected[i] ?? Number.NaN))));
}
