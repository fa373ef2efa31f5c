import { number, text } from '../../../../locales/text.ts';
import type { Regime } from '../../../core/experiment.ts';
import { fewTests, type LabTable, type TableColumn, type TableEntry } from '../../../core/labTable.ts';
import type { LabRun, Series } from '../../../state/labModel.ts';
import { percent, percentText, rangeText } from '../words.ts';
import { SaveReport } from './SaveReport.tsx';

interface Props {
  readonly table: LabTable;
  /** The rows that were asked for, run or not. */
  readonly regimes: readonly Regime[];
  readonly columns: readonly TableColumn[];
  readonly series: readonly Series[];
  readonly runs: readonly LabRun[];
}

/** The cells, worst and mean below them, and what the table does not hold. */
export default function TableResults({ table, regimes, columns, series, runs }: Props) {
  const rowOf = (regime: Regime) =>
    table.rows.find(row => JSON.stringify(row.regime) === JSON.stringify(regime));
  const tests = table.rows.flatMap(({ entries }) => Object.values(entries).map(entry => entry.tests));
  const foot = (of: 'worst' | 'mean') =>
    columns.map(column => {
      const own = table.foot[column];
      return <td key={column}>{own ? percentText(own[of]) : text('lab.table.none')}</td>;
    });
  return (
    <>
      <p className="lab-about">{text('lab.table.what')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="lab-wide" tabIndex={0} aria-label={text('lab.table.cells')}>
        <table className="lab-cells" aria-label={text('lab.table.cells')}>
          <thead>
            <tr>
              <th scope="col">{text('lab.regime')}</th>
              {columns.map(column => (
                <th key={column} scope="col">
                  {text(`lab.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {regimes.map(regime => (
              <tr key={JSON.stringify(regime)}>
                <th scope="row">{text(`lab.regime.${regime.kind}`)}</th>
                {columns.map(column => (
                  <Cell key={column} entry={rowOf(regime)?.entries[column]} />
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{text('lab.table.worst')}</th>
              {foot('worst')}
            </tr>
            <tr>
              <th scope="row">{text('lab.table.mean')}</th>
              {foot('mean')}
            </tr>
          </tfoot>
        </table>
      </section>
      {tests.some(count => count < fewTests) && (
        <p className="lab-few">{text('lab.fewTests', { n: number(Math.min(...tests)) })}</p>
      )}
      <p className="lab-few">{text('lab.table.notRun')}</p>
      {runs.some(({ state }) => state.kind === 'done') && <SaveReport series={series} runs={runs} />}
    </>
  );
}

function Cell({ entry }: { readonly entry: TableEntry | undefined }) {
  if (!entry) return <td className="lab-cell-none">{text('lab.table.none')}</td>;
  const { mean, spread, low, high } = entry;
  return (
    <td>
      {spread === null
        ? percentText(mean)
        : text('lab.spread.short', { n: percent(mean), spread: percent(spread, 1) })}{' '}
      <span className="lab-range">{rangeText(low, high)}</span>
    </td>
  );
}
