import { lazy, Suspense, useId, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { number, text } from '../../../locales/text.ts';
import { useKeyveil } from '../../../state/react.tsx';
import { IconButton } from '../../../ui/Button.tsx';
import { Note } from '../../../ui/Note.tsx';
import type { Series } from '../../state/labModel.ts';
import { isOfNow } from '../../state/labPictures.ts';
import { runsOf } from '../../state/labQueue.ts';
import { type LabSession, labBasisOf } from '../../state/labSession.ts';
import type { ProveSession } from '../../state/proveSession.ts';
import { RunRow } from './RunRow.tsx';
import { chanceOfSeries, figuresOf, verdictOf } from './results/labVerdict.ts';
import { SeriesNotes } from './SeriesNotes.tsx';
import { titleOf } from './words.ts';

// With uPlot; fetched when there is something to draw.
const Curves = lazy(() => import('./results/Curves.tsx'));
const Results = lazy(() => import('./results/Results.tsx'));

interface Props {
  readonly session: LabSession;
  readonly check: ProveSession;
  readonly series: Series;
  /** The newest lies open. */
  readonly first: boolean;
}

/** What one press on the button made: its runs, their curves, and what came of them. */
export function SeriesCard({ session, check, series, first }: Props) {
  const id = useId();
  const runs = useStore(
    session.store,
    useShallow(s => runsOf(s, series.id)),
  );
  const histories = useStore(
    session.store,
    useShallow(s => runsOf(s, series.id).map(({ history }) => history)),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: steps within an epoch draw nothing
  const drawn = useMemo(() => runs, [histories]);
  const [chosen, setOpen] = useState<boolean | null>(null);
  const open = chosen ?? first;
  const current = useCurrent(check, series);
  const [one] = runs;
  if (!one) return null;
  const chance = chanceOfSeries(series);
  const figures = figuresOf(series, runs);
  const verdict = figures && verdictOf(figures);
  const name = text('lab.series', { n: number(series.number) });
  return (
    <section
      className={current ? 'finding lab-series' : 'finding lab-series finding-stale'}
      aria-labelledby={id}
    >
      <header className="lab-series-head">
        <h3 id={id}>
          {name} <span>{titleOf(one.experiment, series.pictures)}</span>
        </h3>
        <IconButton
          icon="down"
          label={text('lab.show', { name })}
          aria-expanded={open}
          className="lab-fold"
          onClick={() => setOpen(!open)}
        />
      </header>
      {!current && verdict !== null && <Note tone="warn">{text('lab.stale')}</Note>}
      {verdict !== null && <p className="finding-verdict">{verdict}</p>}
      <ul className="lab-runs">
        {runs.map(run => (
          <RunRow key={run.id} session={session} run={run} number={series.number} />
        ))}
      </ul>
      {open && (
        <Suspense fallback={<p className="loading">{text('prove.loading')}</p>}>
          {runs.some(({ history }) => history.length > 0) && <Curves runs={drawn} chance={chance} />}
          {runs.some(({ state }) => state.kind === 'done') && <Results series={series} runs={runs} />}
          <SeriesNotes session={session} series={series} runs={runs} />
        </Suspense>
      )}
    </section>
  );
}

/** Whether photos, labels, key and settings are still those that a series was made with. */
function useCurrent(check: ProveSession, series: Series): boolean {
  const source = useStore(check.store, s => s.source);
  const parts = useKeyveil(s => ({
    photos: s.photos,
    arrangement: s.arrangement,
    key: s.key,
    settings: s.settings,
    frozen: s.frozenLabels,
  }));
  const state = useKeyveil(s => s);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the state only these parts matter
  return useMemo(() => isOfNow(series, labBasisOf(state, source)), [parts, source, series]);
}
