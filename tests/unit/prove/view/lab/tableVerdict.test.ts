import '../../../../../src/locales/later.ts';
import { expect, test } from 'vitest';
import { defaultExperiment, type Regime } from '../../../../../src/prove/core/experiment.ts';
import { tableColumns, tableOf } from '../../../../../src/prove/core/labTable.ts';
import type { LabRun, Series } from '../../../../../src/prove/state/labModel.ts';
import { markOf, sureText } from '../../../../../src/prove/view/lab/results/labVerdict.ts';
import { tableVerdictOf } from '../../../../../src/prove/view/lab/results/tableVerdict.ts';
import { resultWith } from '../../labBench.ts';

/** What the lab says of the whole table, and how sure its figures are. */

const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ') ?? null;
const grey: Regime = { kind: 'grayscale' };
const cell = (column: 'clean' | 'light' | 'strong', regime: Regime, right: number) => ({
  column,
  regime,
  answers: { confusion: [[right, 100 - right]] },
});

test('the table’s verdict names what is left plainly, and at worst of the counter-measures', () => {
  const table = tableOf([
    cell('clean', { kind: 'plain' }, 50),
    cell('light', { kind: 'plain' }, 24),
    cell('light', grey, 48),
    cell('strong', grey, 20),
  ]);
  expect(plain(tableVerdictOf(table, tableColumns))).toBe(
    'Trained plainly, a network is right on 50 % of clean test photos without protection; under protection: Light 24 %. Whoever fights back gets, at most: Light 48 %, Strong 20 %.',
  );
  expect(tableVerdictOf(tableOf([]), tableColumns)).toBeNull();
  expect(tableVerdictOf(tableOf([cell('clean', grey, 50)]), tableColumns)).toBeNull();
});

const series = {
  made: { counts: { labels: ['a', 'b'], train: [9, 9], test: [10, 10] } },
} as unknown as Series;
const run = (seed: string, right: number): LabRun => ({
  ...{ id: 1, series: 1, history: [] },
  experiment: { ...defaultExperiment, training: 'clean', seed },
  state: { kind: 'done', result: resultWith(right) },
});

test('says the interval for so many test photos, and marks few of them', () => {
  // Of 20, 10 right: Wilson's interval is 29.9 to 70.1.
  const said = plain(sureText(series, [run('1', 10)]));
  expect(said).toContain('Clean: 30–70 %');
  expect(said).toContain('Only 20 test photos');
  expect(sureText(series, [])).toBeNull();
});

test('of several seeds says mean and spread', () => {
  expect(plain(sureText(series, [run('1', 8), run('2', 10), run('3', 12)]))).toContain(
    'Clean: 50 ± 10 % over 3 seeds, 30–70 %',
  );
});

test('a mark is set only where there is a verdict', () => {
  const figures = { chance: 0.1, tests: 200, share: 1, only: null };
  expect(markOf({ ...figures, right: { clean: 0.5, protected: 0.12 } })).toBe('✓');
  expect(markOf({ ...figures, right: { clean: 0.5, protected: 0.45 } })).toBe('✗');
  expect(markOf({ ...figures, right: { clean: 0.15, protected: 0.1 } })).toBeNull();
  expect(markOf({ ...figures, right: { protected: 0.1 } })).toBeNull();
});
