import { wrap } from 'comlink';
import { startWorker } from '../../policy/scripts.ts';
import { type Chart, chartNorms } from '../core/theoryCharts.ts';
import type { TheoryWorkerApi } from './theory.worker.ts';
import script from './theory.worker.ts?worker&url';

const seed = 'keyveil/theory';

/** The charts for d dimensions, one after another, each as soon as it is drawn. Ends when the signal aborts. */
export function drawCharts(d: number, signal: AbortSignal, onChart: (chart: Chart) => void): void {
  if (signal.aborted) return;
  const worker = startWorker(script);
  signal.addEventListener('abort', () => worker.terminate(), { once: true });
  const api = wrap<TheoryWorkerApi>(worker);
  void (async () => {
    for (const norm of chartNorms) {
      const chart = await api.draw(norm, d, seed);
      if (signal.aborted) return;
      onChart(chart);
    }
    worker.terminate();
  })();
}
