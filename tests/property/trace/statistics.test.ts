import seedrandom from 'seedrandom';
import { describe, expect, test } from 'vitest';
import { holm } from '../../../src/trace/core/holm.ts';
import { matchedP } from '../../../src/trace/core/matched.ts';
import { photosNeeded } from '../../../src/trace/core/power.ts';
import { rankAmong, rankSumP } from '../../../src/trace/core/rank.ts';
import { howMany } from '../../fixtures/howMany.ts';

/** Fixed seeds: what is true stays true, and each bound is passed by chance once in 100,000 tries at most. */
const worlds = howMany(600, 2000);

/** Whether no more p-values lie at or below α than may, at all α of a grid. */
function expectValid(ps: readonly number[], alphas = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5]) {
  for (const alpha of alphas) {
    const below = ps.filter(p => p <= alpha * (1 + 1e-9)).length;
    const most = ps.length * alpha + 4.3 * Math.sqrt(ps.length * alpha * (1 - alpha)) + 1;
    expect(below, `p ≤ ${alpha}`).toBeLessThanOrEqual(most);
  }
}

describe('without an effect p-values are no smaller than they may be', () => {
  test.each([1, 3, 5, 39])('the paired test, %i decoys a photo, photos that differ', each => {
    const random = seedrandom(`paired ${each}`);
    const ps = Array.from({ length: worlds }, () =>
      matchedP(
        Array.from({ length: 60 }, () => {
          const likely = random() ** 3;
          const hit = () => random() < likely;
          return { own: hit(), decoys: each, hits: Array.from({ length: each }, hit).filter(Boolean).length };
        }),
      ),
    );
    expectValid(ps);
    // Not merely safe: but for the steps that counts make, half of them lie in the lower half.
    expect(ps.filter(p => p <= 0.5).length / ps.length).toBeGreaterThan(0.3);
  });

  /** Filters for which a model has a weakness, more or less, shown on photos that differ too. */
  function ranked(photos: number, random: () => number) {
    const ease = Array.from({ length: photos }, random);
    const hits = Array.from({ length: 40 }, () => {
      const weakness = random() ** 4;
      return ease.filter(easy => random() < easy * weakness).length;
    });
    return rankAmong(hits[0] ?? 0, hits.slice(1));
  }

  test.each([1, 25, 100])('the rank, with weaknesses for filters, %i photos', photos => {
    const random = seedrandom(`rank ${photos}`);
    const ranks = Array.from({ length: worlds }, () => ranked(photos, random));
    expectValid(ranks.map(({ p }) => p));
    if (photos === 100) expect(ranks.filter(({ p }) => p <= 0.5).length / worlds).toBeGreaterThan(0.4);
  });

  test.each([2, 10])('the ranks of %i labels together', labels => {
    const random = seedrandom(`ranks ${labels}`);
    const ps = Array.from({ length: worlds }, () =>
      rankSumP(
        Array.from({ length: labels }, () => {
          // In steps, of which the lowest are common: filters that the model says the label for at times.
          const hits = Array.from({ length: 40 }, () => Math.floor(100 * random() ** 3));
          return rankAmong(hits[0] ?? 0, hits.slice(1)).rank;
        }),
        40,
      ),
    );
    expectValid(ps);
    expect(ps.filter(p => p <= 0.5).length / worlds).toBeGreaterThan(0.2);
  });

  test("Holm's least", () => {
    const random = seedrandom('holm');
    expectValid(Array.from({ length: worlds }, () => Math.min(...holm(Array.from({ length: 8 }, random)))));
  });
});

test('as many photos as are said to be needed give the power that was asked for', () => {
  const random = seedrandom('power');
  for (const [own, decoys, each] of [
    [0.3, 0.1, 5],
    [0.15, 0.07, 5],
    [0.5, 0.3, 1],
  ] as const) {
    const alpha = 0.01;
    const photos = photosNeeded({ own, decoys, each, alpha, power: 0.8 }) ?? 0;
    const tries = 400;
    let reached = 0;
    for (let i = 0; i < tries; i++) {
      const p = matchedP(
        Array.from({ length: photos }, () => ({
          own: random() < own,
          decoys: each,
          hits: Array.from({ length: each }, () => random() < decoys).filter(Boolean).length,
        })),
      );
      if (p <= alpha) reached++;
    }
    expect(reached / tries, `${photos} photos`).toBeGreaterThan(0.72);
    expect(reached / tries, `${photos} photos`).toBeLessThan(0.92);
  }
});
