import seedrandom from 'seedrandom';
import { describe, expect, it } from 'vitest';
import { LabelFilters } from '../../../../src/core/filter/labelFilters.ts';
import { VeilChooser, veilFilter } from '../../../../src/core/filter/veil.ts';
import { spectrumBins, spectrumOf } from '../../../../src/core/filter/veilSpectrum.ts';
import { MasterKey } from '../../../../src/core/key/key.ts';
import type { MethodSettings } from '../../../../src/core/settings.ts';

const standard: MethodSettings = { method: 'veil', veilSize: 160, strength: 0.3 };

async function labelFilters(): Promise<LabelFilters> {
  return new LabelFilters(await MasterKey.take(new Uint8Array(32).fill(7)));
}

it('the log spectrum is the one that is written down, bin by bin', () => {
  const w = Float64Array.of(0.11, 0.02, 0.29, 0.05, 1, 0.17, 0.23, 0.001, 0.08);
  const sum = w.reduce((total, weight) => total + weight, 0);
  const expected: number[] = [];
  for (let u = 0; u < 16; u++) {
    for (let v = 0; v < 9; v++) {
      let re = 0;
      let im = 0;
      w.forEach((weight, i) => {
        const angle = (-2 * Math.PI * (u * Math.floor(i / 3) + v * (i % 3))) / 16;
        re += weight * Math.cos(angle);
        im += weight * Math.sin(angle);
      });
      expected.push(Math.log(Math.hypot(re, im) / sum + 0.02));
    }
  }
  const made = new Float64Array(spectrumBins);
  spectrumOf(w, made);
  // In an order of its own, which distances do not feel.
  const sorted = (values: Iterable<number>) => [...values].sort((a, b) => a - b);
  expected.sort((a, b) => a - b);
  sorted(made).forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i] ?? Number.NaN, 12);
  });
});

describe('the choice of draws', () => {
  it('takes the candidate that a plain search over everything taken finds', () => {
    const seeds = Array.from({ length: 40 }, (_, i) => `seed ${i}`);
    const chooser = new VeilChooser();
    const quick = seeds.map(seed => chooser.add(seed));
    expect(quick).toEqual(plainChoice(seeds));
  });

  it('starts again from any label as if the later ones had never been', () => {
    const chooser = new VeilChooser();
    const first = ['a', 'b', 'c', 'd'].map(seed => chooser.add(seed));
    chooser.truncate(2);
    expect(chooser.length).toBe(2);
    chooser.add('x');
    chooser.truncate(2);
    expect(['c', 'd'].map(seed => chooser.add(seed))).toEqual(first.slice(2));
    expect(chooser.chosen).toEqual(first);
  });
});

describe('a veil filter', () => {
  it('sums to 1, has its greatest weight in the middle, and side taps in proportion to the strength', () => {
    const draws = new VeilChooser().add('seed');
    const { weights } = veilFilter(draws, 0.2);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 14);
    expect(Math.max(...weights)).toBe(weights[4]);
    expect((weights[0] ?? 0) / (weights[4] ?? 1)).toBeCloseTo(0.2 * (draws[0] ?? 0), 14);
  });

  it('of strength 0 changes nothing', () => {
    expect(veilFilter(Array(9).fill(0.5), 0).weights).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0]);
  });

  it.each([-0.1, 1.5, Number.NaN])('of strength %s is a bug', strength => {
    expect(() => veilFilter(Array(9).fill(0.5), strength)).toThrow(RangeError);
  });
});

describe('filters of labels', () => {
  it('do not change when labels come after them, whatever was asked before', async () => {
    const fresh = await labelFilters();
    const three = await fresh.of(['a', 'b', 'c'], standard);
    const used = await labelFilters();
    await used.of(['a', 'x', 'y', 'z'], standard);
    expect(await used.of(['a', 'b', 'c'], standard)).toEqual(three);
    expect((await used.of(['a', 'b', 'c', 'd', 'e'], standard)).slice(0, 3)).toEqual(three);
    expect(await used.of(['a', 'b'], standard)).toEqual(three.slice(0, 2));
  });

  it('depend on the labels before them', async () => {
    const filters = await labelFilters();
    // Among many labels some choice must fall otherwise when the order is turned.
    const names = Array.from({ length: 12 }, (_, i) => `label ${i}`);
    const forth = await filters.of(names, standard);
    const back = (await filters.of(names.toReversed(), standard)).toReversed();
    expect(back).not.toEqual(forth);
  });

  it('come out right when calls overlap', async () => {
    const filters = await labelFilters();
    const alone = await (await labelFilters()).of(['a', 'b', 'c'], standard);
    const [, second] = await Promise.all([
      filters.of(['c', 'b', 'a'], standard),
      filters.of(['a', 'b', 'c'], standard),
      filters.of(['b', 'c'], standard),
    ]);
    expect(second).toEqual(alone);
  });

  it('are the same draws at every strength, and the same label for all its spellings', async () => {
    const filters = await labelFilters();
    const [strong] = await filters.of(['café'], standard);
    const [light] = await filters.of([' cafe\u0301 '], { ...standard, strength: 0.1 });
    const share = (weights: readonly number[] | undefined) => (weights?.[0] ?? 0) / (weights?.[4] ?? 1);
    expect(share(light?.weights) * 3).toBeCloseTo(share(strong?.weights), 13);
  });

  it('of cuda do not depend on other labels', async () => {
    const filters = await labelFilters();
    const settings: MethodSettings = { method: 'cuda', kernelSize: 3, strength: 0.3 };
    const [cats] = await filters.of(['cats'], settings);
    expect((await filters.of(['dogs', 'cats'], settings))[1]).toEqual(cats);
  });
});

/** The text of docs/method.md, word for word, without any of the shortcuts. */
function plainChoice(seeds: readonly string[]): readonly (readonly number[])[] {
  const spectrum = (weights: readonly number[]) => {
    const into = new Float64Array(spectrumBins);
    spectrumOf(Float64Array.from(weights), into);
    return into;
  };
  const taken = [spectrum([0, 0, 0, 0, 1, 0, 0, 0, 0])];
  return seeds.map(seed => {
    const random = seedrandom(seed);
    let best: { draws: number[]; spectrum: Float64Array<ArrayBuffer>; distance: number } | undefined;
    for (let candidate = 0; candidate < 256; candidate++) {
      const draws = Array.from({ length: 9 }, () => random());
      const mine = spectrum(draws.map((draw, i) => (i === 4 ? 1 : 0.3 * draw)));
      const distance = Math.min(
        ...taken.map(other => mine.reduce((sum, value, i) => sum + (value - (other[i] ?? 0)) ** 2, 0)),
      );
      if (best === undefined || distance > best.distance) best = { draws, spectrum: mine, distance };
    }
    if (best === undefined) throw new Error('no candidates');
    taken.push(best.spectrum);
    return best.draws;
  });
}
