import { describe, expect, test } from 'vitest';
import {
  type BackboneFinding,
  backboneFigures,
  judgeBackbone,
  lastLayerAnswers,
} from '../../../../../src/prove/core/backbone/backbone.ts';
import { writeBackboneReport } from '../../../../../src/prove/core/backbone/backboneReport.ts';
import { wilsonInterval } from '../../../../../src/prove/core/wilson.ts';

const entry = (right: number, tests = 200) => ({
  ...{ mean: right / tests, spread: null, seeds: 1, tests },
  ...wilsonInterval(right, tests),
});

describe('the judgement', () => {
  // Of 200 photos: 20 right is 6.6 to 14.9 per cent, 100 is 43.1 to 56.9, 120 is 53.1 to 66.5, 150 is 68.6 to 80.5.
  test.each([
    [20, 20, 'untold'],
    [150, 150, 'none'],
    [120, 110, 'none'],
    [150, 100, 'part'],
    [150, 20, 'all'],
  ] as const)('of %i right from clean photos and %i from protected ones is %s', (clean, after, judgement) => {
    expect(judgeBackbone(entry(clean), entry(after), 0.1)).toBe(judgement);
  });
});

/** Features that lie by label, moved by `veil`: what every photo of a label carries. */
function rows(labels: number, each: number, decoy: number) {
  const labelOf = Array.from({ length: labels * each }, (_, at) => at % labels);
  const values = Float32Array.from(
    labelOf.flatMap((label, at) => [
      ...Array.from({ length: labels }, (_, i) => (i === label ? 1 : 0) + 0.3 * Math.sin(7 * at + 3 * i)),
      ...Array.from({ length: labels }, (_, i) => (i === label ? decoy : 0)),
    ]),
  );
  return { rows: { count: labelOf.length, length: 2 * labels, values }, labelOf };
}

describe('a last layer', () => {
  test('is asked about clean photos, each row of its answers one label', () => {
    const found = lastLayerAnswers({ learn: rows(3, 20, 0), test: rows(3, 10, 0), labels: 3, seed: 'x' });
    expect(found.answers.confusion).toEqual([
      [10, 0, 0],
      [0, 10, 0],
      [0, 0, 10],
    ]);
    expect(found.kept).toEqual({ right: 12, total: 12 });
  });

  test('that learnt a decoy knows less of clean photos than it seems to its trainer', () => {
    const noisy = (decoy: number) => {
      const { rows: given, labelOf } = rows(3, 20, decoy);
      const values = given.values.map((value, at) => (at % 6 < 3 ? value + 2 * Math.sin(at * at) : value));
      return { rows: { ...given, values }, labelOf };
    };
    const found = lastLayerAnswers({ learn: noisy(5), test: noisy(0), labels: 3, seed: 'x' });
    const right = found.answers.confusion.reduce((sum, row, label) => sum + (row[label] ?? 0), 0);
    expect(found.kept.right).toBe(found.kept.total);
    expect(right).toBeLessThan(45);
  });
});

test('a report has the figures beside the answers, and no more than it should', () => {
  const answers = {
    confusion: [
      [3, 1],
      [0, 4],
    ],
  };
  const finding: BackboneFinding = {
    model: { name: 'net.onnx', kind: 'onnx' },
    input: { side: 8, layout: 'nchw', channels: 'rgb', mean: [0, 0, 0], std: [1, 1, 1] },
    ...{ layer: 'pooled', features: 3, failed: 0, seconds: 2 },
    counts: { labels: ['a', 'b'], train: [8, 8], test: [4, 4] },
    columns: [{ column: 'clean', answers, penalty: 0.1, kept: { right: 2, total: 4 } }],
  };
  expect(backboneFigures(finding).chance).toBe(0.5);
  const text = writeBackboneReport({
    ...{ when: '2026-12-01T00:00:00.000Z', app: '0', machine: 'm', commit: null, dataset: 'set' },
    dealing: { holdOut: 0.2, mostOfLabel: null, seed: 's' },
    settings: { method: 'cast', castLevel: 6, strength: 0, veilSize: null },
    finding,
  });
  const { format, version, figures, finding: written } = JSON.parse(text);
  expect([format, version]).toEqual(['keyveil-backbone', 1]);
  expect(figures).toEqual([{ column: 'clean', right: 7 / 8, ...wilsonInterval(7, 8) }]);
  expect(written).toEqual(finding);
});
