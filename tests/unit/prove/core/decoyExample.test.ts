import seedrandom from 'seedrandom';
import { expect, test } from 'vitest';
import { learnCut, sideOf } from '../../../../src/prove/core/cut.ts';
import { decoyExample, type ExamplePicture, examplePlaces } from '../../../../src/prove/core/decoyExample.ts';
import { classify, gramOf } from '../../../../src/prove/core/lda.ts';

const random = seedrandom('decoy example');

function sample(shift: (k: number) => number): Float32Array {
  return Float32Array.from({ length: 8 }, (_, k) => 4 * random() + shift(k));
}

test('a cut is what classifying by inner products comes to, which never writes the covariance down', () => {
  const labelOf = Array.from({ length: 60 }, (_, i) => i % 2);
  const samples = labelOf.map(label => sample(k => (k === 2 ? 1.2 * label : 0)));
  const learnt = Array.from({ length: 40 }, (_, i) => i);
  const asked = Array.from({ length: 20 }, (_, i) => 40 + i);
  const training = { samples: learnt, labelOf, labels: 2, length: 8, shrink: 'together' } as const;
  const told = classify(gramOf(samples), training, asked);
  const cut = learnCut(
    learnt.map(i => samples[i] as Float32Array),
    learnt.map(i => labelOf[i] as number),
  );
  expect(asked.map(i => (sideOf(cut, samples[i] as Float32Array) > 0 ? 1 : 0))).toEqual(told);
  expect(new Set(told).size).toBe(2);
});

test('a cut through two points, by hand: half-way, and along what differs within labels', () => {
  // Along (1, −1) points of a label differ, across it they do not: so the cut lies along it.
  const points = [
    Float32Array.of(0, 0),
    Float32Array.of(1, -1),
    Float32Array.of(4, 2),
    Float32Array.of(5, 1),
  ];
  const cut = learnCut(points, [0, 0, 1, 1]);
  expect([...cut.middle]).toEqual([2.5, 0.5]);
  expect(sideOf(cut, cut.middle)).toBeCloseTo(0, 9);
  expect(Math.abs(sideOf(cut, [3.5, -0.5]) / sideOf(cut, [3.5, 1.5]))).toBeLessThan(0.01);
  expect(sideOf(cut, [5, 1])).toBeGreaterThan(0);
  expect(sideOf(cut, [0, 0])).toBeLessThan(0);
});

test('a decoy is learnt in place of what pictures show, and fails without it', () => {
  const pictures = Array.from({ length: 400 }, (_, i): ExamplePicture => {
    const label = i % 2 === 0 ? 0 : 1;
    const original = sample(k => (k === 0 ? 1.5 * label : 0));
    const after = original.map((value, k) => value + (k === 5 ? 12 * label : 0));
    return { label, original, protected: after, learnt: i % 4 < 2 };
  });
  const { right, original, protected: after } = decoyExample(pictures);
  const share = ({ right: n, total }: { right: number; total: number }) => n / total;
  expect(share(right.original)).toBeGreaterThan(0.65);
  expect(share(right.protected)).toBe(1);
  expect(share(right.misled)).toBeLessThan(share(right.original) - 0.08);
  expect(original).toHaveLength(200);
  expect(after.every(dot => dot.decoy > 0 === (dot.label === 1))).toBe(true);
});

test('cut-outs lie within their photographs, the same every time', () => {
  const sizes = [
    { width: 240, height: 360 },
    { width: 96, height: 96 },
  ];
  const places = examplePlaces(sizes, 20, 96);
  expect(places).toEqual(examplePlaces(sizes, 20, 96));
  for (const [at, { width, height }] of sizes.entries()) {
    for (const { left, top } of places[at] ?? []) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left + 96).toBeLessThanOrEqual(width);
      expect(top + 96).toBeLessThanOrEqual(height);
    }
  }
});
