import seedrandom from 'seedrandom';
import { describe, expect, it } from 'vitest';
import { cudaFilter } from '../../../../src/core/filter/cuda.ts';
import type { Filter } from '../../../../src/core/filter/filter.ts';
import {
  chosenApart,
  distancesBetween,
  isTooClose,
  logResponse,
} from '../../../../src/core/filter/filterDistance.ts';
import { frequencyResponse, responseLevel } from '../../../../src/core/filter/filterResponse.ts';
import { VeilChooser, veilFilter } from '../../../../src/core/filter/veil.ts';
import { spectrumBins, spectrumOf } from '../../../../src/core/filter/veilSpectrum.ts';

const seeds = (count: number, from = 'a') => Array.from({ length: count }, (_, i) => `${from}${i}`);

function chosen(count: number, strength: number): readonly Filter[] {
  const chooser = new VeilChooser();
  for (const seed of seeds(count)) chooser.add(seed);
  return chooser.chosen.map(draws => veilFilter(draws, strength));
}

describe('distances between filters', () => {
  it('are measured by the spectrum that filters are chosen with', () => {
    const weights = [0.1, 0.02, 0.3, 0.05, 1, 0.2, 0.12, 0.07, 0.25];
    const theirs = new Float64Array(spectrumBins);
    spectrumOf(Float64Array.from(weights), theirs);
    const sorted = (values: Float64Array) => [...values].sort((a, b) => a - b);
    const mine = sorted(logResponse({ size: 3, weights }));
    sorted(theirs).forEach((value, i) => {
      expect(mine[i]).toBeCloseTo(value, 9);
    });
  });

  it('do not care where the strongest tap stands, nor for the scale', () => {
    const middle = {
      size: 5,
      weights: new Array(25).fill(0).map((_, i) => (i === 12 ? 1 : i === 13 ? 0.4 : 0)),
    };
    const corner = {
      size: 5,
      weights: new Array(25).fill(0).map((_, i) => (i === 0 ? 2 : i === 1 ? 0.8 : 0)),
    };
    expect(distancesBetween([middle, corner]).pairs[0]?.distance).toBeCloseTo(0, 12);
  });

  it('of filters chosen apart are about 1 for the nearest, and never too close', () => {
    for (const count of [2, 5, 10, 30]) {
      const [nearest] = distancesBetween(chosen(count, 0.3)).pairs;
      expect(nearest?.distance, `${count} labels`).toBeGreaterThan(0.6);
      expect(nearest?.distance, `${count} labels`).toBeLessThan(1.7);
      expect(distancesBetween(chosen(count, 0.2)).pairs.some(isTooClose), `${count} labels, Light`).toBe(
        false,
      );
    }
  });

  it('of filters drawn as in the paper are too close every so often', () => {
    const nearest = seeds(40, 'paper').map(name => {
      const filters = seeds(10, name).map(seed => cudaFilter(seed, 3, 0.3));
      return distancesBetween(filters).pairs[0];
    });
    const flagged = nearest.filter(pair => pair && isTooClose(pair)).length;
    expect(flagged).toBeGreaterThan(8);
    expect(flagged).toBeLessThan(36);
  });

  it('of hardly any strength are all too close', () => {
    expect(distancesBetween(chosen(5, 0.03)).pairs.every(isTooClose)).toBe(true);
  });

  it('list every pair once, the nearest first, and the matrix is symmetric', () => {
    const random = seedrandom('matrix');
    const filters = Array.from({ length: 6 }, () => ({
      size: 3,
      weights: Array.from({ length: 9 }, random),
    }));
    const { pairs, matrix } = distancesBetween(filters);
    expect(pairs).toHaveLength(15);
    expect(pairs.map(p => p.distance)).toEqual(pairs.map(p => p.distance).sort((a, b) => a - b));
    for (const { a, b, distance } of pairs) {
      expect(matrix[a]?.[b]).toBe(distance);
      expect(matrix[b]?.[a]).toBe(distance);
    }
    expect(chosenApart(1)).toBe(chosenApart(2));
  });
});

describe('the frequency response', () => {
  it('is whole in the middle, and flat without side taps', () => {
    const flat = frequencyResponse({ size: 3, weights: [0, 0, 0, 0, 1, 0, 0, 0, 0] }, 9);
    for (const value of flat) expect(value).toBeCloseTo(1, 12);
    const soft = frequencyResponse({ size: 3, weights: [1, 2, 1, 2, 4, 2, 1, 2, 1] }, 9);
    expect(soft[40]).toBeCloseTo(1, 12);
    // Half a cycle a tap: 1 − 2 + 1 = 0.
    expect(soft[0]).toBeCloseTo(0, 12);
  });

  it('shows which direction is softened', () => {
    const across = frequencyResponse({ size: 3, weights: [0, 0, 0, 1, 2, 1, 0, 0, 0] }, 9);
    // Fine detail from left to right goes, from top to bottom it stays.
    expect(across[4 * 9]).toBeCloseTo(0, 12);
    expect(across[4]).toBeCloseTo(1, 12);
  });

  it('is drawn on a logarithmic scale', () => {
    expect([1, 0.1, 0.001, 0].map(responseLevel)).toEqual([1, 0, 0, 0]);
    expect(responseLevel(10 ** -0.5)).toBeCloseTo(0.5, 12);
  });
});
