import { type OpenPort, workerOpener } from '../../threads/openWorker.ts';
import { type Ended, withWorkers } from '../../threads/workerLanes.ts';
import { type Chart, chartNorms } from '../core/theoryCharts.ts';
import type { TheoryWorkerApi } from './theory.worker.ts';
import script from './theory.worker.ts?worker&url';

const seed = 'keyveil/theory';

export type ChartsOutcome = { readonly kind: 'drawn' } | Ended;

/** The charts for d dimensions, one after another, each as soon as it is drawn. Ends when the signal aborts. Never rejects. */
export async function drawCharts(
  d: number,
  signal: AbortSignal,
  onChart: (chart: Chart) => void,
  open: OpenPort<TheoryWorkerApi> = workerOpener(script, 'theory'),
): Promise<ChartsOutcome> {
  return withWorkers('theory charts', open, 1, signal, async ([port]): Promise<ChartsOutcome> => {
    for (const norm of chartNorms) {
      const chart = await port?.api.draw(norm, d, seed);
      if (signal.aborted) return { kind: 'cancelled' };
      if (chart) onChart(chart);
    }
    return { kind: 'drawn' };
  });
}
