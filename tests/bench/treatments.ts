import {
  type CastSettings,
  castPresets,
  cudaPresets,
  type VeilSettings,
  veilPresets,
} from '../../src/core/settings.ts';
import type { Treatment } from '../../src/engine/engine.ts';
import { numbers } from '../fixtures/pictures.ts';
import { castFrom } from '../fixtures/pixels.ts';

/** What is measured: the floor (decode, encode, store), presets of `cast`, the veil of version 1, and the paper. */
export type Variant = 'floor' | 'light' | 'standard' | 'veil' | 'cuda';

/** Numbers of filters and casts have no influence on the time, so they are drawn without a key. */
function cuda(kernelSize: number, strength: number, seed = kernelSize): Treatment {
  const next = numbers(seed);
  const weights = Array.from({ length: kernelSize ** 2 }, () => strength * next());
  weights[Math.floor(next() * weights.length)] = 1;
  return { method: 'cuda', filter: { size: kernelSize, weights } };
}

function softFilter(strength: number, seed: number) {
  const next = numbers(seed);
  const bare = Array.from({ length: 9 }, (_, i) => (i === 4 ? 1 : strength * next()));
  const sum = bare.reduce((a, b) => a + b);
  return { size: 3, weights: bare.map(w => w / sum) };
}

function veil({ veilSize, strength }: VeilSettings, seed = 3): Treatment {
  return { method: 'veil', filter: softFilter(strength, seed), veilSize };
}

function cast({ castLevel, strength, veilSize }: CastSettings, seed = 3): Treatment {
  return {
    method: 'cast',
    cast: castFrom(numbers(seed)),
    castLevel,
    filter: softFilter(strength, seed),
    veilSize,
  };
}

/** @param side the short side of the photos, in pixels: the paper uses a larger kernel on larger ones. */
export function treatmentFor(variant: Variant, side: number): Treatment | null {
  switch (variant) {
    case 'floor':
      return null;
    case 'light':
    case 'standard':
      return cast(castPresets[variant]);
    case 'veil':
      return veil(veilPresets.standard);
    case 'cuda': {
      const { kernelSize, strength } = side > 64 ? cudaPresets.imagenet : cudaPresets.cifar;
      return cuda(kernelSize, strength);
    }
  }
}

/** What was not seen before, as when a person tries settings. */
export function anyTreatment(method: Treatment['method'], kernelSize: number, seed: number): Treatment {
  const veilSize = 100 + (seed % 100);
  switch (method) {
    case 'cast':
      return cast({ ...castPresets.standard, veilSize }, seed);
    case 'veil':
      return veil({ ...veilPresets.standard, veilSize }, seed);
    case 'cuda':
      return cuda(kernelSize, cudaPresets.imagenet.strength, seed);
  }
}
