import { expect, test } from 'vitest';
import { columnsOf, groupsWanted } from '../../../../cli/lab/plan.ts';
import { groupsOf, printRepeated, readReported } from '../../../../cli/lab/repeat.ts';
import { castPresets } from '../../../../src/core/settings.ts';
import { defaultExperiment, defaultPictures } from '../../../../src/prove/core/experiment.ts';
import type { LabReport, ReportedRun } from '../../../../src/prove/core/labReport.ts';
import { defaultSetup } from '../../../../src/prove/state/labModel.ts';
import { resultWith } from '../../prove/labBench.ts';

const hashes = { clean: 'a'.repeat(64), protected: 'b'.repeat(64), test: 'c'.repeat(64) };
const trained = (right: number) => ({ kind: 'trained', result: resultWith(right) }) as const;

function run(column: 'light' | 'strong', seed: string, end: ReportedRun['end']): ReportedRun {
  return {
    experiment: { ...defaultExperiment, seed },
    settings: castPresets[column],
    hashes,
    column,
    end,
  };
}

const report = (...runs: readonly ReportedRun[]): LabReport => ({
  ...{ when: '2026-11-23T13:40:12.345Z', app: '0.1.0', machine: '', commit: 'd4'.repeat(20) },
  ...{ dataset: 'set', backend: 'wasm', pictures: defaultPictures, settings: castPresets.light },
  counts: { labels: ['a', 'b'], train: [9, 9], test: [10, 10] },
  runs,
});

test('a report is repeated group by group, without the runs that did not come to their end', () => {
  const groups = groupsOf(
    report(
      run('light', '1', trained(12)),
      run('strong', '1', trained(9)),
      run('light', '2', trained(11)),
      run('light', '3', { kind: 'stopped', history: [] }),
    ),
  );
  expect(
    groups.map(({ column, settings, experiments }) => [column, settings, experiments.map(one => one.seed)]),
  ).toEqual([
    ['light', castPresets.light, ['1', '2']],
    ['strong', castPresets.strong, ['1']],
  ]);
});

test('says whether it came to the same, run by run and in all', () => {
  const lines: string[] = [];
  const terminal = { print: (line: string) => lines.push(line) } as never;
  const before = report(run('light', '1', trained(12)), run('strong', '1', trained(10)));
  expect(printRepeated(before, before, terminal)).toBe(true);
  expect(lines.join('\n')).toContain('It came to the same: 2 of 2 runs, answer by answer.');
  lines.length = 0;
  const after = report(run('light', '1', trained(12)), run('strong', '1', trained(20)));
  expect(printRepeated(before, { ...after, commit: null }, terminal)).toBe(false);
  expect(lines.join('\n')).toMatch(/strong, plain, seed 1.*50\.0 %.*100\.0 %.*OTHER/);
  expect(lines.join('\n')).toContain('It did not come to the same: 1 of 2 runs differ.');
  expect(lines.join('\n')).toContain('now at unknown');
});

test('what cannot be read is refused, and so is a column that there is not', () => {
  expect(() => readReported('no such report.json')).toThrow('cannot be read');
  expect(() => columnsOf(['middling'])).toThrow('it takes clean, light, standard, strong');
  const [only] = groupsWanted(defaultSetup, true, [{ kind: 'plain' }], columnsOf(['light']));
  expect(only?.experiments.map(({ regime }) => regime)).toEqual([{ kind: 'plain' }]);
  expect(groupsWanted(defaultSetup, false, [], [])).toHaveLength(1);
});
