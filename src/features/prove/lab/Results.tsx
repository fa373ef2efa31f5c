import { useState } from 'react';
import { accuracy, saidNext } from '../../../core/confusion.ts';
import type { RunResult } from '../../../core/experiment.ts';
import { text } from '../../../locales/text.ts';
import type { LabRun, Series } from '../../../state/labModel.ts';
import { Segmented } from '../../../ui/Segmented.tsx';
import { Confusion } from './Confusion.tsx';
import { RecallBars } from './RecallBars.tsx';
import { percent } from './words.ts';

interface Props {
  readonly series: Series;
  readonly runs: readonly LabRun[];
}

export interface DoneRun {
  readonly run: LabRun;
  readonly result: RunResult;
}

/** What trained models say: label by label, what they go by, and what they take for what. */
export default function Results({ series, runs }: Props) {
  const done = runs.flatMap((run): DoneRun[] =>
    run.state.kind === 'done' ? [{ run, result: run.state.result }] : [],
  );
  const [chosen, setChosen] = useState('protected');
  const one = done.find(({ run }) => run.experiment.training === chosen) ?? done.at(-1);
  const labels = series.made?.counts.labels ?? [];
  if (!one) return null;
  const kinds = done.map(({ run: { experiment } }) => ({
    value: experiment.training,
    label: text(`lab.kind.${experiment.training}`),
  }));
  return (
    <div className="lab-results">
      <RecallBars labels={labels} done={done} />
      {kinds.length > 1 && (
        <Segmented
          label={text('lab.controls.which')}
          value={one.run.experiment.training}
          choices={kinds}
          onChange={setChosen}
        />
      )}
      <Controls result={one.result} />
      <Confusion labels={labels} answers={one.result.clean} />
    </div>
  );
}

/** What happens to clean test photos once a filter is put on them. */
function Controls({ result }: { readonly result: RunResult }) {
  const own = accuracy(result.own);
  const other = accuracy(result.other);
  const taken = saidNext(result.other);
  return (
    <section className="lab-controls">
      <h4>{text('lab.controls')}</h4>
      <ul>
        <li>{text('lab.control.own', { n: percent(own) })}</li>
        <li>{text('lab.control.other', { n: percent(other), taken: percent(taken) })}</li>
      </ul>
      <p>{text(`lab.control.means.${meaningOf(accuracy(result.clean), own, taken)}`)}</p>
    </section>
  );
}

/** Whether a model goes by the filter, from its accuracy on clean photos and on such under filters. */
export function meaningOf(clean: number, own: number, taken: number): 'reads' | 'mixed' | 'photo' {
  if (own >= 0.75 && taken >= 0.6) return 'reads';
  return own - clean > 0.15 || taken > 0.3 ? 'mixed' : 'photo';
}
