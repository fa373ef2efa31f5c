import { transfer } from 'comlink';
import { createCpuEngine } from '../../engine/cpu/cpuEngine.ts';
import { reasonOf } from '../../pipeline/reason.ts';
import { serveWorker } from '../../threads/serveWorker.ts';
import type { Failed } from '../../workers/protocol.ts';
import { type Chart, drawChart } from '../core/theoryCharts.ts';
import { type DecoyPictures, decoyPictures } from '../pipeline/decoyPhotos.ts';

/** Draws the pictures and charts of the theory page. */
export interface TheoryWorkerApi {
  draw(norm: number, d: number, seed: string): Chart;
  /** `files`: photographs of two labels. */
  example(
    files: readonly (readonly [label: 0 | 1, file: Blob])[],
  ): Promise<({ readonly kind: 'tried' } & DecoyPictures) | Failed>;
}

const api: TheoryWorkerApi = {
  draw(norm, d, seed) {
    const chart = drawChart(norm, d, seed);
    return transfer(chart, [chart.simulated.buffer, chart.bound.buffer]);
  },

  async example(files) {
    const engine = createCpuEngine();
    try {
      return { kind: 'tried', ...(await decoyPictures(files, engine)) };
    } catch (error) {
      return { kind: 'failed', reason: reasonOf(error) };
    } finally {
      engine.dispose();
    }
  },
};

serveWorker(api);
