import { number, text } from '../../../../locales/text.ts';
import { recall } from '../../../core/confusion.ts';
import type { DoneRun } from '../../../state/labModel.ts';
import { NumbersTable } from '../../NumbersTable.tsx';
import { percentText } from '../words.ts';

interface Props {
  readonly labels: readonly string[];
  readonly done: readonly DoneRun[];
}

/** Heights in CSS pixels; widths in per cent of the row. */
const barHeight = 12;
const gap = 3;

/**
 * How often each label is missed, one bar a model: as in the instant check, longer is better protected. The table below says
 * the same.
 */
export function RecallBars({ labels, done }: Props) {
  const missed = done.map(({ run, result }) => ({
    kind: run.experiment.training,
    values: recall(result.clean).map(right => 1 - right),
  }));
  const tests = (done[0]?.result.clean.confusion ?? []).map(row => row.reduce((sum, n) => sum + n, 0));
  const height = missed.length * (barHeight + gap) - gap;
  return (
    <section className="lab-recall">
      <h4>{text('lab.recall')}</h4>
      <p className="lab-about">{text('lab.recall.what')}</p>
      <div className="bars" aria-hidden="true">
        <p className="bars-legend">
          {missed.map(({ kind }) => (
            <span key={kind} className={`legend-key bars-key lab-key-${kind}`}>
              {text(`lab.kind.short.${kind}`)}
            </span>
          ))}
        </p>
        {labels.map((label, at) => (
          <div key={label} className="bars-row">
            <span className="bars-size lab-label" title={label}>
              {label}
            </span>
            <svg className="bars-chart" width="100%" height={height} aria-hidden="true">
              {missed.map(({ kind, values }, i) => (
                <g key={kind}>
                  <rect
                    className="bars-ground"
                    y={i * (barHeight + gap)}
                    width="100%"
                    height={barHeight}
                    rx="3"
                  />
                  <rect
                    className={`lab-bar-${kind}`}
                    y={i * (barHeight + gap)}
                    width={`${100 * (values[at] ?? 0)}%`}
                    height={barHeight}
                    rx="3"
                  />
                </g>
              ))}
            </svg>
            <span className="bars-values lab-values">
              {missed.map(({ kind, values }) => (
                <span key={kind}>{percentText(values[at] ?? 0)}</span>
              ))}
            </span>
          </div>
        ))}
      </div>
      <NumbersTable
        className="lab-table"
        summary={text('lab.recall.table')}
        caption={text('lab.recall.what')}
        head={[text('lab.label'), ...missed.map(({ kind }) => text(`lab.kind.${kind}`)), text('lab.tests')]}
        rows={labels.map((label, at) => ({
          name: label,
          cells: [...missed.map(({ values }) => percentText(values[at] ?? 0, 1)), number(tests[at] ?? 0)],
        }))}
      />
    </section>
  );
}
