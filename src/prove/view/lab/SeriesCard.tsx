import { lazy, Suspense, useId, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { number, remarks, text } from '../../../locales/text.ts';
import { useKeyveil } from '../../../state/react.tsx';
import { IconButton } from '../../../ui/Button.tsx';
import { Note } from '../../../ui/Note.tsx';
import type { Series } from '../../state/labModel.ts';
import { isOfNow } from '../../state/labPictures.ts';
import { hasEnded, runsOf } from '../../state/labQueue.ts';
import { type LabSession, labBasisOf } from '../../state/labSession.ts';
import type { ProveSession } from '../../state/proveSession.ts';
import { OtherPlace } from './OtherPlace.tsx';
import { RunRow } from './RunRow.tsx';
import { chanceOfSeries, figuresOf, markOf, sureText, verdictOf } from './results/labVerdict.ts';
import { SeriesNotes } from './SeriesNotes.tsx';
import { testedText, titleOf } from './words.ts';

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
  const mark = figures && markOf(figures);
  const sure = sureText(series, runs);
  const ended = runs.every(hasEnded) && verdict !== null;
  const oneSeed = drawn.filter(run => run.experiment.seed === one.experiment.seed);
  const name = text('lab.series', { n: number(series.number) });
  return (
    <section
      className={current ? 'finding lab-series' : 'finding lab-series finding-stale'}
      aria-labelledby={id}
    >
      <header className="lab-series-head">
        <h3 id={id}>
          {name}{' '}
          <span>{remarks([titleOf(one.experiment, series.pictures), testedText(series.pictures)])}</span>
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
      {verdict !== null && (
        <p className="finding-verdict">
          {mark !== null && (
            <span className="lab-mark" aria-hidden="true">
              {mark}{' '}
            </span>
          )}
          {verdict}
        </p>
      )}
      {sure !== null && <p className="lab-few">{sure}</p>}
      {ended && current && <OtherPlace session={session} check={check} series={series} />}
      <ul className="lab-runs">
        {runs.map(run => (
          <RunRow
            key={run.id}
            session={session}
            run={run}
            number={series.number}
            repeated={runs.some(({ experiment }) => experiment.seed !== one.experiment.seed)}
          />
        ))}
      </ul>
      {open && (
        <Suspense fallback={<p className="loading">{text('prove.loading')}</p>}>
          {runs.some(({ history }) => history.length > 0) && <Curves runs={oneSeed} chance={chance} />}
          {runs.some(({ state }) => state.kind === 'done') && <Results series={series} runs={oneSeed} />}
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
