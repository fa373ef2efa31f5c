import { useStore } from 'zustand';
import { list, number, remarks, text } from '../../../locales/text.ts';
import type { BackendName } from '../../../tfjs/backendName.ts';
import { Jargon } from '../../../ui/Jargon.tsx';
import type { LabRun, Series } from '../../state/labModel.ts';
import type { LabMachine } from '../../state/labServices.ts';
import type { LabSession } from '../../state/labSession.ts';
import { SaveReport } from './results/SaveReport.tsx';
import { many, percent, protectionText, timeText } from './words.ts';

interface Props {
  readonly session: LabSession;
  readonly series: Series;
  readonly runs: readonly LabRun[];
}

/** How an experiment was made, in small print, and its report. */
export function SeriesNotes({ session, series, runs }: Props) {
  const machine = useStore(session.store, s => s.machine);
  const notes = notesOf(series, runs, machine.kind === 'measured' ? machine.machine : null);
  return (
    <>
      {series.made !== null && <SaveReport series={[series]} runs={runs} />}
      <ul className="finding-remarks">
        {notes.map(note => (
          <li key={note}>
            <Jargon words={note} />
          </li>
        ))}
      </ul>
    </>
  );
}

function notesOf(series: Series, runs: readonly LabRun[], machine: LabMachine | null): readonly string[] {
  const [run] = runs;
  if (!run) return [];
  const { made, basis } = series;
  const { experiment } = run;
  const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
  const done = runs.flatMap(({ state }) => (state.kind === 'done' ? [state.result] : []));
  const backend = done[0]?.backend;
  const protection = [
    protectionText({ basis, pictures: series.pictures }),
    experiment.share < 1 && text('lab.series.share', { n: percent(experiment.share) }),
    experiment.onlyLabels !== null && text('lab.series.only', { names: list(experiment.onlyLabels) }),
  ];
  return [
    made &&
      text('lab.series.photos', {
        train: many('photos', sum(made.counts.train)),
        test: many('photos', sum(made.counts.test)),
        labels: many('labels', made.counts.labels.length),
      }),
    remarks(protection),
    text('lab.series.numbers', {
      epochs: many('series.epochs', experiment.epochs),
      batch: number(experiment.batch),
      rate: number(experiment.learningRate, 5),
      seed: [...new Set(runs.map(run => run.experiment.seed))].join(', '),
    }),
    made && made.left.length > 0 && text('lab.series.left', { names: list(made.left) }),
    made &&
      made.beyondMemory > 0 &&
      text('lab.series.beyondMemory', { count: made.beyondMemory, n: number(made.beyondMemory) }),
    made && made.failed > 0 && text('lab.series.failed', { count: made.failed, n: number(made.failed) }),
    done[0] &&
      text('lab.model.parameters', {
        model: text(`lab.model.${experiment.model}`),
        n: number(done[0].parameters),
        time: timeText(Math.max(...done.map(({ seconds }) => seconds))),
      }),
    backend && backendText(backend, machine),
  ].filter(note => typeof note === 'string' && note !== '') as readonly string[];
}

function backendText(backend: BackendName, machine: LabMachine | null): string {
  const name = text(`lab.backend.${backend}`);
  const trials = machine?.trials ?? [];
  if (trials.length === 0) return text('lab.backend.unmeasured', { backend: name });
  const said = trials.map(trial => {
    const tried = text(`lab.backend.${trial.backend}`);
    return trial.milliseconds === null
      ? text('lab.backend.cannot', { backend: tried })
      : text('lab.backend.trial', { backend: tried, ms: number(trial.milliseconds) });
  });
  const able = trials.filter(({ milliseconds }) => milliseconds !== null).length;
  return text(able < 2 ? 'lab.backend.only' : 'lab.backend', { backend: name, trials: list(said) });
}
