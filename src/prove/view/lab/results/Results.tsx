import { useState } from 'react';
import { text } from '../../../../locales/text.ts';
import { Segmented } from '../../../../ui/Segmented.tsx';
import { accuracy, chance, saidNext } from '../../../core/confusion.ts';
import type { RunResult } from '../../../core/experiment.ts';
import type { DoneRun, LabRun, Series } from '../../../state/labModel.ts';
import { percent } from '../words.ts';
import { Confusion } from './Confusion.tsx';
import { isLearnt } from './labVerdict.ts';
import { RecallBars } from './RecallBars.tsx';

interface Props {
  readonly series: Series;
  readonly runs: readonly LabRun[];
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
    label: text(`lab.kind.short.${experiment.training}`),
    spoken: text(`lab.kind.${experiment.training}`),
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
  const clean = accuracy(result.clean);
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
      <p>
        {text(
          `lab.control.means.${meaningOf({ clean, own, taken, chance: chance(result.clean), tests: testsOf(result) })}`,
        )}
      </p>
    </section>
  );
}

const testsOf = ({ clean }: RunResult): number => clean.confusion.flat().reduce((sum, n) => sum + n, 0);

/** Parts from 0 to 1 of clean test photos, of such under their own label's filter, and of such called by another's. */
export interface Leanings {
  readonly clean: number;
  readonly own: number;
  readonly taken: number;
  readonly chance: number;
  readonly tests: number;
}

/** Whether a model goes by the filter or by the photo, from what it says once filters are put on clean photos. */
export function meaningOf({
  clean,
  own,
  taken,
  chance: guessed,
  tests,
}: Leanings): 'reads' | 'mixed' | 'photo' | 'unlearnt' {
  if (!isLearnt(Math.max(clean, own), guessed, tests)) return 'unlearnt';
  if (own >= 0.75 && taken >= 0.6) return 'reads';
  return own - clean > 0.15 || taken - guessed > 0.2 ? 'mixed' : 'photo';
}
