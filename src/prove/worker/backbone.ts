import type { ModelHost } from '../../models/modelHost.ts';
import { lastLayerAnswers } from '../core/backbone/backbone.ts';
import type { BackboneWorkerApi } from './backboneProtocol.ts';

/** A network that stays as it is, in a thread. */
export function backboneOn(host: ModelHost): BackboneWorkerApi {
  return {
    open: files => host.open(files),
    layers: input => host.layers(input),

    async features(pixels, input, layer) {
      const found = await host.features(pixels, input, layer);
      if (found.kind === 'failed') return found;
      const length = found.rows[0]?.length ?? 0;
      const values = new Float32Array(found.rows.length * length);
      for (const [at, row] of found.rows.entries()) values.set(row, at * length);
      if (!values.every(Number.isFinite)) return { kind: 'failed', detail: 'Not all it gives are numbers.' };
      return { kind: 'features', rows: { count: found.rows.length, length, values } };
    },

    learn: lastLayerAnswers,
  };
}
