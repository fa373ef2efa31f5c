import type { CastPreset } from '../../core/settings.ts';
import { accuracy } from './confusion.ts';
import type { Answers, Regime, RegimeKind } from './experiment.ts';
import { wilsonInterval } from './wilson.ts';

/**
 * The table by which papers on unlearnable photos are compared: what a network still gets right of clean test photos,
 * for each protection (columns) and each way to train (rows), and at the foot the worst and the mean over the
 * counter-measures, as DUNE (arXiv 2605.01718) reports them.
 */

/** Photos as they are, and under each preset. */
export const tableColumns = ['clean', 'light', 'standard', 'strong'] as const satisfies readonly (
  | 'clean'
  | CastPreset
)[];

export type TableColumn = (typeof tableColumns)[number];

/**
 * The rows of the usual table. Adversarial training, which costs ten times as much, is there for those who ask for it;
 * so are mixup, cutout, CutMix, blur and fine-tuning, which the field's tables leave out.
 */
export const tableRegimes: readonly RegimeKind[] = [
  'plain',
  'resized-crop',
  'grayscale',
  'jpeg',
  'rsk-ff',
  'coin',
  'orthogonal-projection',
  'class-mean',
  'high-pass',
  'ueraser',
];

/** Enough for the small network to learn clean pictures in the usual table, and half as long as a run by itself. */
export const tableEpochs = 12;

/** From so many test photos on a figure is told without a mark. */
export const fewTests = 100;

/** One run that ended well. */
export interface TableCell {
  readonly column: TableColumn;
  readonly regime: Regime;
  /** To clean test photos. */
  readonly answers: Answers;
}

/** What the runs of one cell, which differ in their seeds alone, came to. Parts from 0 to 1. */
export interface TableEntry {
  /** Of all seeds. */
  readonly mean: number;
  /** From seed to seed: the sample's standard deviation; null for one seed. */
  readonly spread: number | null;
  readonly seeds: number;
  /** Test photos of each run. */
  readonly tests: number;
  /** Where the mean would lie for other test photos of the same kind: Wilson's interval for so many, 95 per cent. */
  readonly low: number;
  readonly high: number;
}

interface TableRow {
  readonly regime: Regime;
  readonly entries: Readonly<Partial<Record<TableColumn, TableEntry>>>;
}

/** Over the counter-measures that a column was run with; plain training is none. */
interface TableFoot {
  /** The most that is left, and under which regime. */
  readonly worst: number;
  readonly worstRegime: Regime;
  readonly mean: number;
  readonly regimes: number;
}

export interface LabTable {
  readonly rows: readonly TableRow[];
  readonly foot: Readonly<Partial<Record<TableColumn, TableFoot>>>;
}

/** The table of these runs. Rows come in the order of their first cells. */
export function tableOf(cells: readonly TableCell[]): LabTable {
  const regimes = new Map(cells.map(({ regime }) => [JSON.stringify(regime), regime]));
  const rows = [...regimes].map(([key, regime]): TableRow => {
    const own = cells.filter(cell => JSON.stringify(cell.regime) === key);
    const entries = tableColumns.flatMap(column => {
      const entry = entryOf(own.filter(cell => cell.column === column).map(({ answers }) => answers));
      return entry === null ? [] : [[column, entry] as const];
    });
    return { regime, entries: Object.fromEntries(entries) };
  });
  const feet = tableColumns.flatMap(column => {
    const foot = footOf(rows, column);
    return foot === null ? [] : [[column, foot] as const];
  });
  return { rows, foot: Object.fromEntries(feet) };
}

/** Null of no run. */
export function entryOf(runs: readonly Answers[]): TableEntry | null {
  const [first] = runs;
  if (first === undefined) return null;
  const rights = runs.map(accuracy);
  const mean = meanOf(rights);
  const squares = rights.map(right => (right - mean) ** 2).reduce((sum, square) => sum + square, 0);
  const tests = first.confusion.flat().reduce((sum, count) => sum + count, 0);
  return {
    mean,
    spread: rights.length > 1 ? Math.sqrt(squares / (rights.length - 1)) : null,
    seeds: rights.length,
    tests,
    ...wilsonInterval(mean * tests, tests),
  };
}

function footOf(rows: readonly TableRow[], column: TableColumn): TableFoot | null {
  const left = rows.flatMap(({ regime, entries }) => {
    const entry = entries[column];
    return entry && regime.kind !== 'plain' ? [{ regime, mean: entry.mean }] : [];
  });
  const [first, ...others] = left;
  if (first === undefined) return null;
  const worst = others.reduce((most, one) => (one.mean > most.mean ? one : most), first);
  return {
    worst: worst.mean,
    worstRegime: worst.regime,
    mean: meanOf(left.map(({ mean }) => mean)),
    regimes: left.length,
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
