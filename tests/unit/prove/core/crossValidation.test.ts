import { describe, expect, test } from 'vitest';
import { areaAverage, luminanceOf, type Plane, sidesAt } from '../../../../src/core/picture/luminance.ts';
import { dealt, folds, tellLabels } from '../../../../src/prove/core/crossValidation.ts';
import { classify, gramOf, ledoitWolf } from '../../../../src/prove/core/lda.ts';
import { frequencies, logSpectrum, powerFloor, spectrumLength } from '../../../../src/prove/core/spectrum.ts';
import { numbers } from '../../../fixtures/pictures.ts';
import reference from '../../../fixtures/prove/reference.json' with { type: 'json' };

/** The picture and samples that reference.py draws. */
function grid(seed: number, rows: number, columns: number, scale: number): number[][] {
  const next = numbers(seed);
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => next() * scale));
}

const planeOf = (rows: readonly number[][]): Plane => ({
  width: rows[0]?.length ?? 0,
  height: rows.length,
  values: Float32Array.from(rows.flat()),
});

const picture = planeOf(grid(7, 50, 70, 255));
const labelOf = Array.from({ length: 60 }, (_, i) => i % 4);
const samples = grid(11, 60, 24, 1).map((row, i) =>
  Float32Array.from(row, (value, k) => (value + (k === i % 4 ? 0.35 : 0)) * (k === 5 ? 6 : 1)),
);

describe('luminance', () => {
  test('weighs red, green and blue', () => {
    const { values } = luminanceOf(Uint8Array.of(255, 0, 0, 255, 0, 255, 0, 0, 10, 20, 30, 7), 3, 1);
    expect([...values].map(v => Math.round(v * 1000) / 1000)).toEqual([76.245, 149.685, 18.15]);
  });

  test('is brought down by area, as the reference does', () => {
    const small = areaAverage(picture, 46, 33);
    for (const [row = 0, column = 0, value] of reference.smaller) {
      expect(small.values[row * 46 + column]).toBeCloseTo(value ?? 0, 3);
    }
  });

  test('is never enlarged, and keeps its shape', () => {
    expect(sidesAt(4000, 3000, 224)).toEqual({ width: 299, height: 224 });
    expect(sidesAt(20, 30, 224)).toEqual({ width: 20, height: 30 });
    expect(areaAverage(picture, 70, 50)).toBe(picture);
  });
});

describe('the log spectrum', () => {
  const spectrum = logSpectrum(picture);

  test('is that of the reference, bin by bin', () => {
    const at = new Map(
      Array.from({ length: spectrumLength }, (_, i) => [frequencies[i]?.join(), spectrum?.[i]] as const),
    );
    expect(spectrumLength).toBe(514);
    for (const [u = 0, v = 0, value = 0] of reference.spectrum) {
      // A frequency and its opposite have the same power, and only one of them is kept.
      const found = at.get(`${u},${v}`) ?? at.get(`${(32 - u) % 32},${(32 - v) % 32}`);
      expect(found, `${u},${v}`).toBeCloseTo(value, 4);
    }
  });

  test('of a flat picture is what rounding leaves but around zero', () => {
    const flat = logSpectrum({ width: 48, height: 32, values: new Float32Array(48 * 32).fill(90) });
    flat?.forEach((value, i) => {
      const near = frequencies[i]?.every(f => Math.min(f, 32 - f) <= 1);
      if (!near) expect(value).toBeCloseTo(Math.log(powerFloor), 6);
    });
    expect(flat?.[0]).toBeCloseTo(Math.log((90 * 256) ** 2 + powerFloor), 5);
  });

  test('is not to be had of less than a tile', () => {
    expect(logSpectrum({ width: 31, height: 400, values: new Float32Array(31 * 400) })).toBeNull();
  });

  test('of some of the tiles is close to that of all', () => {
    const large = planeOf(grid(3, 200, 200, 255));
    const all = logSpectrum(large) ?? [];
    const some = logSpectrum(large, 40) ?? [];
    const apart = [...all].reduce((sum, value, i) => sum + Math.abs(value - (some[i] ?? 0)), 0);
    expect(apart / all.length).toBeLessThan(0.25);
    expect(apart).toBeGreaterThan(0);
  });
});

describe('shrinkage LDA', () => {
  test('shrinks as Ledoit and Wolf do', () => {
    const { count, products } = gramOf(samples);
    const { intensity, scale } = ledoitWolf(products, count, 24);
    expect(intensity).toBeCloseTo(reference.ledoitWolf.intensity, 6);
    expect(scale).toBeCloseTo(reference.ledoitWolf.scale, 6);
  });

  test('tells what the reference tells, which inverts the covariance itself', () => {
    const { learnt, asked, told } = reference.lda;
    const training = { samples: learnt, labelOf, labels: 4, length: 24, shrink: 'each' } as const;
    expect(classify(gramOf(samples), training, asked)).toEqual(told);
    // Some right, some wrong: a test in which all is right would tell little.
    const right = asked.filter((sample, i) => told[i] === labelOf[sample]).length;
    expect(right).toBeGreaterThan(0);
    expect(right).toBeLessThan(asked.length);
  });

  test('tells labels that lie apart every time, and labels that do not lie apart by chance', () => {
    const next = numbers(5);
    const draw = (shift: number) =>
      Float32Array.from({ length: 40 }, (_, k) => next() + (k === 0 ? shift : 0));
    const labels = Array.from({ length: 200 }, (_, i) => i % 2);
    const apart = tellLabels(
      labels.map(label => draw(3 * label)),
      labels,
      'seed',
      'each',
    );
    expect(apart).toEqual({ right: 200, total: 200 });
    const alike = tellLabels(
      labels.map(() => draw(0)),
      labels,
      'seed',
      'each',
    );
    // Five standard deviations of a fair coin.
    expect(Math.abs(alike.right - 100)).toBeLessThan(36);
  });

  /*
   * Label 0 has (±1, 0), label 1 (4, 4 ± 2). Together the covariance within labels is diag(½, 2): m = 1.25, d² = 0.5625,
   * b² = (4 · 4.25/2) / 16 = 0.53125, so δ = 17/18 and Σ = diag(1.2083, 1.2917), nearly round. By itself each label lies on a
   * line, where its two samples differ by no noise that shrinkage could go by: δ = 0, and Σ stays diag(½, 2).
   * (1.5, 2.8) is 7.93 from label 0 and 6.29 from label 1 in the former, 8.42 and 13.22 in the latter.
   */
  test.each([
    ['together', 1],
    ['each', 0],
  ] as const)('shrinks all labels together or each by itself, as worked out by hand: %s', (shrink, label) => {
    const points = [
      [1, 0],
      [-1, 0],
      [4, 6],
      [4, 2],
      [1.5, 2.8],
    ].map(point => Float32Array.from(point));
    const training = { samples: [0, 1, 2, 3], labelOf: [0, 0, 1, 1], labels: 2, length: 2, shrink };
    expect(classify(gramOf(points), training, [4])).toEqual([label]);
  });

  test('copes with samples that are all alike', () => {
    const alike = Array.from({ length: 20 }, () => new Float32Array(6).fill(2));
    const labels = alike.map((_, i) => i % 2);
    expect(tellLabels(alike, labels, 'seed', 'each').total).toBe(20);
  });

  test('deals every label evenly, by the seed', () => {
    const labels = [...Array(23).fill(0), ...Array(7).fill(1), ...Array(40).fill(2)] as number[];
    const parts = dealt(labels, 'a');
    expect(dealt(labels, 'a')).toEqual(parts);
    expect(dealt(labels, 'b')).not.toEqual(parts);
    for (const label of [0, 1, 2]) {
      const sizes = Array.from(
        { length: folds },
        (_, part) => parts.filter((p, i) => p === part && labels[i] === label).length,
      );
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }
  });
});
