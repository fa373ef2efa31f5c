import { describe, expect, test } from 'vitest';
import { type Answers, defaultExperiment, defaultPictures } from '../../../../src/prove/core/experiment.ts';
import type { LabReport, ReportedRun } from '../../../../src/prove/core/labReport.ts';
import { repeatedRuns } from '../../../../src/prove/core/repeated.ts';

const hashes = { clean: 'a'.repeat(64), protected: 'b'.repeat(64), test: 'c'.repeat(64) };

function run(right: number, changes: Partial<ReportedRun> = {}): ReportedRun {
  const answers: Answers = { confusion: [[right, 100 - right]] };
  const result = {
    ...{ history: [], clean: answers, own: answers, other: answers },
    ...({ backend: 'wasm', parameters: 1, seconds: 1 } as const),
  };
  return {
    experiment: { ...defaultExperiment, training: 'clean' },
    settings: { method: 'cast', castLevel: 6, strength: 0, veilSize: null },
    hashes,
    column: null,
    end: { kind: 'trained', result },
    ...changes,
  };
}

function report(...runs: readonly ReportedRun[]): LabReport {
  return {
    when: '2026-11-23T13:40:12.345Z',
    ...{ app: '0.1.0', machine: '', commit: null, dataset: 'set', backend: 'wasm' },
    counts: { labels: ['a', 'b'], train: [9, 9], test: [100, 0] },
    pictures: defaultPictures,
    settings: { method: 'cast', castLevel: 6, strength: 0, veilSize: null },
    runs,
  };
}

const verdicts = (before: LabReport, after: LabReport) =>
  repeatedRuns(before, after).map(({ agreement }) => agreement);

describe('a repeated run', () => {
  test('is the same answer by answer, within the intervals, or another', () => {
    expect(verdicts(report(run(50)), report(run(50)))).toEqual(['same']);
    // Of 100, 50 lie between 40.4 and 59.6, and 58 between 48.2 and 67.2.
    expect(verdicts(report(run(50)), report(run(58)))).toEqual(['within']);
    expect(verdicts(report(run(50)), report(run(62)))).toEqual(['other']);
  });

  test('that answers alike to clean photos and otherwise under filters is not the same', () => {
    const before = run(50);
    if (before.end.kind !== 'trained') throw new Error('It is.');
    const other = { confusion: [[1, 99]] };
    const after = { ...before, end: { ...before.end, result: { ...before.end.result, other } } };
    expect(verdicts(report(before), report(after))).toEqual(['within']);
  });

  test('is looked for by experiment, settings and column, and may not have ended', () => {
    const seeded = run(50, { experiment: { ...defaultExperiment, training: 'clean', seed: '2' } });
    expect(verdicts(report(run(70), seeded), report(seeded, run(70)))).toEqual(['same', 'same']);
    expect(verdicts(report(run(50)), report(run(50, { column: 'light' })))).toEqual(['not-ended']);
    const stopped = run(50, { end: { kind: 'stopped', history: [] } });
    expect(verdicts(report(run(50)), report(stopped))).toEqual(['not-ended']);
  });

  test('of other pictures is told', () => {
    const other = run(50, { hashes: { ...hashes, protected: 'd'.repeat(64) } });
    expect(repeatedRuns(report(run(50)), report(other))[0]).toMatchObject({
      agreement: 'same',
      samePictures: false,
    });
    expect(repeatedRuns(report(run(50)), report(run(50)))[0]?.samePictures).toBe(true);
  });
});
