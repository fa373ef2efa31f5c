import { number, text } from '../../../../locales/text.ts';
import { NumbersTable } from '../../NumbersTable.tsx';
import { percentText } from '../words.ts';
import type { DrawnRun } from './curveChart.ts';

/** The curves as numbers, epoch by epoch. */
export function CurvesTable({ runs }: { readonly runs: readonly DrawnRun[] }) {
  const epochs = Math.max(0, ...runs.map(({ history }) => history.length));
  const columns = runs.flatMap(({ experiment, history }) => {
    const kind = text(`lab.kind.short.${experiment.training}`);
    return [
      {
        name: text('lab.column.test', { kind }),
        cell: (i: number) => history[i] && percentText(1 - history[i].testAccuracy, 1),
      },
      {
        name: text('lab.column.train', { kind }),
        cell: (i: number) => history[i] && percentText(history[i].trainAccuracy, 1),
      },
      {
        name: text('lab.column.loss', { kind }),
        cell: (i: number) => history[i] && number(history[i].loss, 3),
      },
    ];
  });
  return (
    <NumbersTable
      className="lab-table"
      summary={text('lab.curve.table')}
      caption={text('lab.curve.table')}
      head={[text('lab.curve.epoch'), ...columns.map(({ name }) => name)]}
      rows={Array.from({ length: epochs }, (_, i) => ({
        name: number(i + 1),
        cells: columns.map(({ cell }) => cell(i) ?? ''),
      }))}
    />
  );
}
