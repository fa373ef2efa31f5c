import { cudaPresets, type VeilSettings, veilPresets } from '../../src/core/settings.ts';
import type { Treatment } from '../../src/engine/engine.ts';
import { numbers } from '../fixtures/pictures.ts';

/** What is measured: the floor (decode, encode, store), the default method, and the paper's. */
export type Variant = 'floor' | 'veil' | 'cuda';

/** A filter's numbers have no influence on the time, so they are drawn without a key. */
function cuda(kernelSize: number, strength: number, seed = kernelSize): Treatment {
  const next = numbers(seed);
  const weights = Array.from({ length: kernelSize ** 2 }, () => strength * next());
  weights[Math.floor(next() * weights.length)] = 1;
  return { method: 'cuda', filter: { size: kernelSize, weights } };
}

function veil({ veilSize, strength }: VeilSettings, seed = 3): Treatment {
  const next = numbers(seed);
  const bare = Array.from({ length: 9 }, (_, i) => (i === 4 ? 1 : strength * next()));
  const sum = bare.reduce((a, b) => a + b);
  return { method: 'veil', filter: { size: 3, weights: bare.map(w => w / sum) }, veilSize };
}

/** @param side the short side of the photos, in pixels: the paper uses a larger kernel on larger ones. */
export function treatmentFor(variant: Variant, side: number): Treatment | null {
  if (variant === 'floor') return null;
  if (variant === 'veil') return veil(veilPresets.standard);
  const { kernelSize, strength } = side > 64 ? cudaPresets.imagenet : cudaPresets.cifar;
  return cuda(kernelSize, strength);
}

/** A filter that was not seen before, as when a person tries settings. */
export function anyTreatment(method: Treatment['method'], kernelSize: number, seed: number): Treatment {
  return method === 'veil'
    ? veil({ ...veilPresets.standard, veilSize: 100 + (seed % 100) }, seed)
    : cuda(kernelSize, cudaPresets.imagenet.strength, seed);
}
