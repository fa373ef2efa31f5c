import { number, text } from '../../../../locales/text.ts';
import { percentText } from '../words.ts';
import type { DrawnRun } from './curveChart.ts';

/** The curves as numbers, epoch by epoch. */
export function CurvesTable({ runs }: { readonly runs: readonly DrawnRun[] }) {
  const epochs = Math.max(0, ...runs.map(({ history }) => history.length));
  const kind = ({ experiment }: DrawnRun) => text(`lab.kind.short.${experiment.training}`);
  const columns = runs.flatMap(run => [
    {
      id: `${run.id}-test`,
      name: text('lab.column.test', { kind: kind(run) }),
      cell: (i: number) => run.history[i] && percentText(run.history[i].testAccuracy, 1),
    },
    {
      id: `${run.id}-train`,
      name: text('lab.column.train', { kind: kind(run) }),
      cell: (i: number) => run.history[i] && percentText(run.history[i].trainAccuracy, 1),
    },
    {
      id: `${run.id}-loss`,
      name: text('lab.column.loss', { kind: kind(run) }),
      cell: (i: number) => run.history[i] && number(run.history[i].loss, 3),
    },
  ]);
  return (
    <details className="bars-table lab-table">
      <summary>{text('lab.curve.table')}</summary>
      <table>
        <caption className="visually-hidden">{text('lab.curve.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('lab.curve.epoch')}</th>
            {columns.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: epochs }, (_, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an epoch is its place
            <tr key={i}>
              <th scope="row">{number(i + 1)}</th>
              {columns.map(({ id, cell }) => (
                <td key={id}>{cell(i) ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
