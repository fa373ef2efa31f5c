import { describe, expect, test } from 'vitest';
import type { Answers, Regime } from '../../../../src/prove/core/experiment.ts';
import { entryOf, type TableCell, tableOf } from '../../../../src/prove/core/labTable.ts';

/** Of two labels with 50 test photos each, `right` in all. */
function answers(right: number): Answers {
  const first = Math.min(50, right);
  const second = right - first;
  return {
    confusion: [
      [first, 50 - first],
      [50 - second, second],
    ],
  };
}

const plain: Regime = { kind: 'plain' };
const grey: Regime = { kind: 'grayscale' };
const coin: Regime = { kind: 'coin', reach: 2 };
const cell = (column: TableCell['column'], regime: Regime, right: number): TableCell => ({
  column,
  regime,
  answers: answers(right),
});

describe('an entry', () => {
  test('of one run has no spread, and Wilson’s interval for its test photos', () => {
    const entry = entryOf([answers(50)]);
    expect(entry).toMatchObject({ mean: 0.5, spread: null, seeds: 1, tests: 100 });
    expect(entry?.low).toBeCloseTo(0.4038, 4);
    expect(entry?.high).toBeCloseTo(0.5962, 4);
  });

  test('of several seeds has their mean and their sample’s standard deviation; more seeds are no more photos', () => {
    const entry = entryOf([answers(40), answers(50), answers(60)]);
    expect(entry).toMatchObject({ mean: 0.5, seeds: 3, tests: 100 });
    expect(entry?.spread).toBeCloseTo(0.1, 10);
    expect(entry?.low).toBeCloseTo(0.4038, 4);
    expect(entryOf([])).toBeNull();
  });
});

describe('the table', () => {
  const table = tableOf([
    cell('clean', plain, 80),
    cell('light', plain, 90),
    cell('light', grey, 60),
    cell('light', coin, 20),
    cell('light', coin, 30),
    cell('clean', grey, 70),
  ]);

  test('has a row for each regime in the order of its first run, and what was not run is not there', () => {
    expect(table.rows.map(({ regime }) => regime)).toEqual([plain, grey, coin]);
    expect(table.rows[2]?.entries.clean).toBeUndefined();
    expect(table.rows[2]?.entries.light?.mean).toBeCloseTo(0.25, 10);
    expect(table.rows[0]?.entries.strong).toBeUndefined();
  });

  test('worst and mean are of the counter-measures; plain training is none', () => {
    expect(table.foot.light).toMatchObject({ worst: 0.6, worstRegime: grey, regimes: 2 });
    expect(table.foot.light?.mean).toBeCloseTo(0.425, 10);
    expect(table.foot.clean).toEqual({ worst: 0.7, worstRegime: grey, mean: 0.7, regimes: 1 });
    expect(table.foot.strong).toBeUndefined();
  });

  test('the same regime with other numbers is another row', () => {
    const two = tableOf([cell('light', coin, 20), cell('light', { kind: 'coin', reach: 3 }, 30)]);
    expect(two.rows).toHaveLength(2);
  });
});
