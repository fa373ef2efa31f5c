import { transfer } from 'comlink';
import { serveWorker } from '../../threads/serveWorker.ts';
import { type Chart, drawChart } from '../core/theoryCharts.ts';

/** Draws the charts of the theory page. */
export interface TheoryWorkerApi {
  draw(norm: number, d: number, seed: string): Chart;
}

const api: TheoryWorkerApi = {
  draw(norm, d, seed) {
    const chart = drawChart(norm, d, seed);
    return transfer(chart, [chart.simulated.buffer, chart.bound.buffer]);
  },
};

serveWorker(api);
