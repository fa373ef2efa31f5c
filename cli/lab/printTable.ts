import type { Regime } from '../../src/prove/core/experiment.ts';
import { numbersOf } from '../../src/prove/core/labReportCsv.ts';
import {
  fewTests,
  type LabTable,
  type TableColumn,
  type TableEntry,
  tableColumns,
} from '../../src/prove/core/labTable.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { percent } from './words.ts';

/** The table of all protections and regimes, with worst and mean at its foot. */
export function printTable({ rows, foot }: LabTable, chance: number, terminal: Terminal): void {
  const columns = tableColumns.filter(column => rows.some(({ entries }) => entries[column]));
  const cell = (of: Partial<Record<TableColumn, TableEntry>>) => (column: TableColumn) => {
    const entry = of[column];
    return entry ? entryText(entry) : '–';
  };
  const lines = rows.map(({ regime, entries }) => [regimeName(regime), ...columns.map(cell(entries))]);
  const worst = columns.map(column => {
    const own = foot[column];
    return own ? `${percent(own.worst)} (${own.worstRegime.kind})` : '–';
  });
  const mean = columns.map(column => {
    const own = foot[column];
    return own ? `${percent(own.mean)} (of ${own.regimes})` : '–';
  });
  terminal.print('Right on clean photos that were never trained on, with the interval of 95 per cent:\n');
  terminal.print(
    table(
      ['trained', ...columns],
      [...lines, ['worst counter-measure', ...worst], ['mean of counter-measures', ...mean]],
    ),
  );
  terminal.print(
    `\nChance: ${percent(chance)}. Not run: purification by diffusion models, which needs a trained one.`,
  );
  if (rows.some(({ entries }) => Object.values(entries).some(({ tests }) => tests < fewTests)))
    terminal.print(`* fewer than ${fewTests} test photos: little can be told from so few.`);
}

/** `23.0 % (17.7–29.3)`, of several seeds `23.0 ± 1.2 % (17.7–29.3)`; marked where there were few test photos. */
export function entryText({ mean, spread, low, high, tests }: TableEntry): string {
  const share = (part: number) => (100 * part).toFixed(1);
  const right = spread === null ? share(mean) : `${share(mean)} ± ${share(spread)}`;
  return `${right} % (${share(low)}–${share(high)})${tests < fewTests ? ' *' : ''}`;
}

export function regimeName(regime: Regime): string {
  const numbers = numbersOf(regime, value => String(Number(value.toFixed(4))));
  return numbers === '' ? regime.kind : `${regime.kind} ${numbers}`;
}
