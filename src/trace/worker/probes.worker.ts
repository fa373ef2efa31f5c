import { transfer } from 'comlink';
import { chooseEngine } from '../../engine/chooseEngine.ts';
import type { Engine } from '../../engine/engine.ts';
import { reasonOf } from '../../pipeline/reason.ts';
import { serveWorker } from '../../threads/serveWorker.ts';
import type { Failed } from '../../workers/protocol.ts';
import { planProbes } from '../core/probes.ts';
import { probeBytes, probeFile, probePictures } from '../pipeline/probes.ts';
import type { ProbesWorkerApi, RenderedProbes } from './probesProtocol.ts';

let engine: Engine | null = null;

function ready(): Engine {
  if (engine === null) throw new Error('The worker was not started.');
  return engine;
}

async function rendered(
  make: () => Promise<readonly Uint8Array<ArrayBuffer>[]>,
): Promise<RenderedProbes | Failed> {
  try {
    const probes = await make();
    const buffers = probes.map(({ buffer }) => buffer);
    return transfer({ kind: 'rendered', probes }, buffers);
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error) };
  }
}

const api: ProbesWorkerApi = {
  plan: (claim, labelOf, wishes) => planProbes(claim, labelOf, wishes),

  async start(choice) {
    engine = (await chooseEngine(choice)).engine;
  },

  files: (photo, look, type) =>
    rendered(async () => {
      const probes: Uint8Array<ArrayBuffer>[] = [];
      for (const picture of await probePictures(photo, look, ready())) {
        probes.push(await probeFile(picture, type));
      }
      return probes;
    }),

  squares: (photo, look) => rendered(async () => (await probePictures(photo, look, ready())).map(probeBytes)),
};

serveWorker(api);
