import { setBackend } from '@tensorflow/tfjs-core';
import type { BackendName } from '../../../tfjs/backendName.ts';
import { openBackend, type WasmFiles } from '../../../tfjs/openBackend.ts';
import type { BackendTrial, LabMachine } from '../outcome.ts';
import { availableBackends } from './available.ts';
import { trainingStepMs } from './trial.ts';

const onGpu: readonly BackendName[] = ['webgl', 'webgpu'];

/**
 * The backend for this machine: the one on which a training step takes least. `only` forces one, untried; where that
 * does not work, the choice is made as without it. Rejects where no backend works at all.
 */
export async function chooseBackend(only: BackendName | null, files: WasmFiles): Promise<LabMachine> {
  if (only !== null && (await openBackend(only, files))) return machine(only, []);
  const trials: BackendTrial[] = [];
  for (const backend of await availableBackends()) {
    const works = await openBackend(backend, files);
    const milliseconds = works ? await trainingStepMs(onGpu.includes(backend) ? 'gpu' : 'cpu') : null;
    trials.push({ backend, milliseconds });
  }
  const best = fastest(trials);
  if (best === null) {
    if (!(await openBackend('cpu', files))) throw new Error('No backend works here.');
    return machine('cpu', trials);
  }
  await setBackend(best);
  return machine(best, trials);
}

/** Null where none can train. */
export function fastest(trials: readonly BackendTrial[]): BackendName | null {
  let best: { readonly backend: BackendName; readonly milliseconds: number } | null = null;
  for (const { backend, milliseconds } of trials) {
    if (milliseconds === null || (best !== null && best.milliseconds <= milliseconds)) continue;
    best = { backend, milliseconds };
  }
  return best?.backend ?? null;
}

function machine(backend: BackendName, trials: readonly BackendTrial[]): LabMachine {
  return { backend, trials, gpu: onGpu.includes(backend) };
}
