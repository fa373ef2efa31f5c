import { describe, expect, test } from 'vitest';
import { LabelFilters } from '../../../../src/core/filter/labelFilters.ts';
import type { Imprint } from '../../../../src/core/imprint.ts';
import { MasterKey } from '../../../../src/core/key/key.ts';
import { castPresets, type MethodSettings, veilPresets } from '../../../../src/core/settings.ts';
import { decoyKey, decoyKeys, rankP } from '../../../../src/trace/core/decoys.ts';
import { howMany } from '../../../fixtures/howMany.ts';

const cuda: MethodSettings = { method: 'cuda', kernelSize: 5, strength: 0.3 };

/** How many of either are drawn. */
const keys = howMany(60, 150);

/** What many real keys give to three labels. */
async function ownKeys(settings: MethodSettings, count: number): Promise<readonly (readonly Imprint[])[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const bytes = Uint8Array.from({ length: 32 }, (_, at) => (i * 7919 + at * 104_729) % 251);
      return new LabelFilters(await MasterKey.take(bytes)).imprints(['a', 'b', 'c'], settings);
    }),
  );
}

/** Largest distance between the two distributions' steps (Kolmogorov and Smirnov). */
function apart(a: readonly number[], b: readonly number[]): number {
  const share = (values: readonly number[], at: number) =>
    values.filter(value => value <= at).length / values.length;
  return Math.max(...[...a, ...b].map(at => Math.abs(share(a, at) - share(b, at))));
}

describe('decoy keys', () => {
  test.each([castPresets.standard, castPresets.light, veilPresets.standard, cuda])(
    'draw filters and casts as real keys do: $method, strength $strength',
    async settings => {
      const own = await ownKeys(settings, keys);
      const decoys = decoyKeys({ settings, labels: 3, seed: 'x' }, keys);
      // Distances above this come up once in 10,000 pairs of equal distributions; there are fewer than 60 comparisons.
      const most = Math.sqrt((-Math.log(0.0001 / 2) / 2) * (2 / keys));
      const features: readonly ((imprints: readonly Imprint[]) => number)[] = [
        ...[0, 1, 2].flatMap(label =>
          [0, 1, 3, 4, 8].map(
            tap => (imprints: readonly Imprint[]) => imprints[label]?.filter.weights[tap] ?? 0,
          ),
        ),
        // How far apart two labels of one key lie: what the choice is for.
        ...[1, 2].map(
          label => (imprints: readonly Imprint[]) =>
            Math.hypot(
              ...(imprints[0]?.filter.weights ?? []).map(
                (weight, i) => weight - (imprints[label]?.filter.weights[i] ?? 0),
              ),
            ),
        ),
        ...[0, 1, 2].flatMap(label =>
          [0, 4, 11, 20].map(at => (imprints: readonly Imprint[]) => imprints[label]?.cast?.[at] ?? 0),
        ),
        ...[1, 2].map(
          label => (imprints: readonly Imprint[]) =>
            Math.hypot(
              ...(imprints[0]?.cast ?? []).map((number, i) => number - (imprints[label]?.cast?.[i] ?? 0)),
            ),
        ),
      ];
      for (const feature of features) expect(apart(own.map(feature), decoys.map(feature))).toBeLessThan(most);
    },
  );

  test('depend on seed and number alone, and differ', () => {
    const plan = { settings: veilPresets.light, labels: 2, seed: 'x' };
    expect(decoyKey(plan, 5)).toEqual(decoyKeys(plan, 3, 4)[1]);
    expect(decoyKey(plan, 5)[0]).toEqual(decoyKey({ ...plan, labels: 1 }, 5)[0]);
    const first = [decoyKey(plan, 0), decoyKey(plan, 1), decoyKey({ ...plan, seed: 'y' }, 0)];
    expect(new Set(first.map(imprints => JSON.stringify(imprints[0]))).size).toBe(3);
  });
});

describe('the rank among decoys', () => {
  test('counts those that are as great, and is never zero', () => {
    expect(rankP(3, [1, 2])).toBe(1 / 3);
    expect(rankP(3, [1, 3, 4])).toBe(3 / 4);
    expect(rankP(Number.NaN, [1, 2])).toBe(1);
    expect(rankP(1, [])).toBe(1);
  });
});
