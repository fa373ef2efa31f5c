import { useEffect, useState } from 'react';
import { number, text } from '../../../locales/text.ts';
import { type Chart, chartNorms } from '../../core/theoryCharts.ts';
import { drawCharts } from '../../state/theoryCharts.ts';
import { ContourChart } from './ContourChart.tsx';
import type { Values } from './Knobs.tsx';

/** A slider that is dragged asks for nothing until it rests, ms. */
const rest = 250;

/** Clean accuracy over both filters for three ‖μ‖: tried above, bounded below. */
export function Charts({ values }: { readonly values: Values }) {
  const { d } = values;
  const [charts, setCharts] = useState<readonly Chart[]>([]);
  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(() => {
      const drawn: Chart[] = [];
      drawCharts(d, abort.signal, chart => {
        drawn.push(chart);
        // Those of another d stay until theirs is there.
        setCharts(before => [...drawn, ...before.filter(old => drawn.every(one => one.norm !== old.norm))]);
      });
    }, rest);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [d]);
  const ready = chartNorms.every(norm => charts.some(chart => chart.norm === norm && chart.d === d));
  return (
    <div className="charts" aria-busy={!ready}>
      {(['simulated', 'bound'] as const).map(kind => (
        <div key={kind} className="charts-row">
          <h4>{text(`theory.charts.${kind}`)}</h4>
          {chartNorms.map(norm => (
            <ContourChart
              key={norm}
              name={text('theory.charts.norm', { norm: number(norm, 1), d: number(d) })}
              kind={kind}
              chart={charts.find(one => one.norm === norm) ?? null}
              stale={!charts.some(one => one.norm === norm && one.d === d)}
              values={values}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
