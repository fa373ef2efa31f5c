import { number, text } from '../../locales/text.ts';
import { type Markup, markup } from '../../report/markup.ts';
import type { LabReport } from '../core/labReport.ts';
import {
  fewTests,
  type TableCell,
  type TableColumn,
  type TableEntry,
  tableColumns,
  tableOf,
} from '../core/labTable.ts';
import { regimeText } from './labReportSettings.ts';

/** The table of protections and regimes; nothing for reports that have none. */
export function tableSection(report: LabReport): readonly Markup[] {
  const { rows, foot } = tableOf(cellsOf(report));
  const columns = tableColumns.filter(column => rows.some(({ entries }) => entries[column]));
  if (columns.length === 0) return [];
  const none = text('labReport.none');
  const line = (name: string, cell: (column: TableColumn) => string) =>
    markup`<tr><th scope="row">${name}</th>${columns.map(column => markup`<td>${cell(column)}</td>`)}</tr>`;
  const lines = rows.map(({ regime, entries }) =>
    line(regimeText(regime), column => {
      const entry = entries[column];
      return entry ? entryText(entry) : none;
    }),
  );
  const worst = line(text('labReport.table.worst'), column => {
    const own = foot[column];
    return own ? percent(own.worst) : none;
  });
  const mean = line(text('labReport.table.mean'), column => {
    const own = foot[column];
    return own ? percent(own.mean) : none;
  });
  const few = rows.some(({ entries }) => Object.values(entries).some(({ tests }) => tests < fewTests));
  return [
    markup`<section><h2>${text('labReport.table')}</h2><p>${text('labReport.table.what')}</p>
<div class="wide" tabindex="0"><table><thead><tr><th scope="col" class="word">${text('labReport.set.regime')}</th>
${columns.map(column => markup`<th scope="col">${text(`labReport.column.${column}`)}</th>`)}</tr></thead>
<tbody>${lines}${worst}${mean}</tbody></table></div>
<p>${text('labReport.table.foot')}</p>${few ? [markup`<p>${text('labReport.few', { n: number(fewTests) })}</p>`] : []}</section>`,
  ];
}

function cellsOf({ runs }: LabReport): readonly TableCell[] {
  return runs.flatMap(({ column, experiment, end }) =>
    column === null || end.kind !== 'trained'
      ? []
      : [{ column, regime: experiment.regime, answers: end.result.clean }],
  );
}

/** An accuracy with its interval, of several seeds with its spread; marked where there were few test photos. */
export function entryText({ mean, spread, low, high, tests }: TableEntry): string {
  const share = (part: number) => number(100 * part, 1);
  const numbers = { n: share(mean), low: share(low), high: share(high) };
  const said =
    spread === null
      ? text('labReport.interval', numbers)
      : text('labReport.intervalSpread', { ...numbers, spread: share(spread) });
  return tests < fewTests ? `${said} *` : said;
}

function percent(part: number): string {
  return text('labReport.percent', { n: number(100 * part, 1) });
}
