import { lazy, Suspense, useId } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { number, remarks, text } from '../../../locales/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { tableColumns } from '../../core/labTable.ts';
import type { LabRun, Series } from '../../state/labModel.ts';
import { hasEnded } from '../../state/labQueue.ts';
import type { LabSession } from '../../state/labSession.ts';
import { regimesOf, tableOfRuns } from '../../state/labTables.ts';
import type { ProveSession } from '../../state/proveSession.ts';
import { tableVerdictOf } from './results/tableVerdict.ts';
import { testedText } from './words.ts';

const TableResults = lazy(() => import('./results/TableResults.tsx'));

interface Props {
  readonly session: LabSession;
  readonly check: ProveSession;
  /** The columns of one table. */
  readonly series: readonly Series[];
}

/** The whole table: what it came to in a sentence, how far it is, and its cells as they come. */
export function TableCard({ session, check, series }: Props) {
  const id = useId();
  const ids = series.map(one => one.id);
  const runs = useStore(
    session.store,
    useShallow(s => s.runs.filter(run => ids.includes(run.series))),
  );
  const source = useStore(check.store, s => s.source);
  const [first] = series;
  if (!first) return null;
  const ended = runs.filter(hasEnded).length;
  const done = runs.filter(({ state }) => state.kind === 'done').length;
  const table = tableOfRuns({ series, runs });
  const columns = tableColumns.filter(column => series.some(one => one.table?.column === column));
  const verdict = tableVerdictOf(table, columns);
  const label = text('lab.table.done', { done: number(done), of: number(runs.length) });
  return (
    <section className="finding lab-series" aria-labelledby={id}>
      <header className="lab-series-head">
        <h3 id={id}>
          {text('lab.table.title', { n: number(first.number) })} <span>{aboutText(first, runs)}</span>
        </h3>
      </header>
      {verdict !== null && <p className="finding-verdict">{verdict}</p>}
      {ended < runs.length ? (
        <div className="lab-table-going">
          <span>{goingText(label, runs)}</span>
          <ProgressBar label={text('lab.table.progress')} value={ended / runs.length} valueText={label} />
        </div>
      ) : (
        <div className="lab-go">
          <span>{label}</span>
          {done < runs.length && (
            <Button icon="spark" onClick={() => session.trainTable(source)}>
              {text('lab.table.goOn')}
            </Button>
          )}
          <Button
            tone="quiet"
            onClick={() => session.removeSeries(ids)}
            aria-label={text('lab.remove', { run: text('lab.table.title', { n: number(first.number) }) })}
          >
            {text('lab.remove.short')}
          </Button>
        </div>
      )}
      <Suspense fallback={<p className="loading">{text('prove.loading')}</p>}>
        <TableResults
          table={table}
          regimes={regimesOf({ runs })}
          columns={columns}
          series={series}
          runs={runs}
        />
      </Suspense>
    </section>
  );
}

/** What all of its runs share. */
function aboutText({ pictures }: Series, runs: readonly LabRun[]): string {
  const seeds = new Set(runs.map(({ experiment }) => experiment.seed)).size;
  return remarks([
    text('lab.side.option', { n: number(pictures.side) }),
    testedText(pictures),
    seeds > 1 && text('lab.table.seeds', { count: seeds, n: number(seeds) }),
  ]);
}

/** How many cells are done, and which are worked on. */
function goingText(done: string, runs: readonly LabRun[]): string {
  const going = runs.flatMap(({ state, experiment }) =>
    state.kind === 'training' || state.kind === 'pictures'
      ? [text(`lab.regime.${experiment.regime.kind}`)]
      : [],
  );
  return going.length === 0 ? done : text('common.pair', { name: done, value: going.join(' · ') });
}
