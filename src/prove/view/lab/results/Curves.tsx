import { memo, useMemo } from 'react';
import { number, remarks, text } from '../../../../locales/text.ts';
import { useLanguage } from '../../../../ui/language.ts';
import type { Epoch } from '../../../core/experiment.ts';
import { many, percentText } from '../words.ts';
import { CurveFigure } from './CurveFigure.tsx';
import { CurvesTable } from './CurvesTable.tsx';
import type { CurveLine, DrawnRun } from './curveChart.ts';
import { LineSample } from './LineSample.tsx';
import 'uplot/dist/uPlot.min.css';

interface Props {
  /** Of one experiment. */
  readonly runs: readonly DrawnRun[];
  /** How often always saying the commonest label is right, 0 to 1; null while nobody knows. */
  readonly chance: number | null;
}

/** `guessing` from how often that is right. As everywhere under `Prove`, farther up is better protected. */
const charts = [
  {
    name: 'test',
    share: true,
    height: 230,
    of: (epoch: Epoch) => 1 - epoch.testAccuracy,
    guessing: (chance: number) => 1 - chance,
  },
  {
    name: 'train',
    share: true,
    height: 170,
    of: (epoch: Epoch) => epoch.trainAccuracy,
    guessing: (chance: number) => chance,
  },
  { name: 'loss', share: false, height: 170, of: (epoch: Epoch) => epoch.loss, guessing: null },
] as const;

/** What an experiment's models have learnt so far: its runs in the same charts, and in a table. */
function Curves({ runs, chance }: Props) {
  useLanguage();
  const epochs = Math.max(1, ...runs.map(({ experiment }) => experiment.epochs));
  return (
    <div className="lab-curves">
      <p className="lab-legend">
        {runs.map(({ id, experiment }) => (
          <span key={id}>
            <LineSample kind={experiment.training} />
            {text(`lab.kind.short.${experiment.training}`)}
          </span>
        ))}
        {chance !== null && (
          <span>
            <LineSample kind="chance" />
            {text('lab.curve.chance')}
          </span>
        )}
      </p>
      {charts.map(chart => (
        <Chart key={chart.name} chart={chart} runs={runs} epochs={epochs} chance={chance} />
      ))}
      <CurvesTable runs={runs} />
    </div>
  );
}

interface ChartProps extends Props {
  readonly chart: (typeof charts)[number];
  readonly epochs: number;
}

function Chart({ chart, runs, epochs, chance }: ChartProps) {
  const { name, share, height, of, guessing } = chart;
  const frame = useMemo(() => ({ epochs, share, height }), [epochs, share, height]);
  const lines = useMemo(
    () => [
      ...(guessing !== null && chance !== null
        ? [{ kind: 'chance', values: new Array<number>(epochs).fill(guessing(chance)) } as const]
        : []),
      ...runs.map(
        ({ experiment, history }): CurveLine => ({
          kind: experiment.training,
          values: Array.from({ length: epochs }, (_, i) => {
            const epoch = history[i];
            return epoch ? of(epoch) : null;
          }),
        }),
      ),
    ],
    [runs, epochs, guessing, chance, of],
  );
  const title = text(`lab.curve.${name}`);
  const said = runs.map(({ experiment, history }) => {
    const kind = text(`lab.kind.short.${experiment.training}`);
    const last = history.at(-1);
    if (!last) return text('common.pair', { name: kind, value: text('lab.curve.nothing') });
    const value = share ? percentText(of(last)) : number(of(last), 2);
    return text('lab.curve.run', { kind, value, epochs: many('series.epochs', history.length) });
  });
  return (
    <CurveFigure
      title={title}
      said={text('lab.curve.said', { name: title, runs: remarks(said) })}
      frame={frame}
      lines={lines}
    />
  );
}

export default memo(Curves);
