import { isKernelSize, isStrength } from '../../src/core/filter/filter.ts';
import {
  type CastSettings,
  castPresets,
  cudaPresets,
  defaultOutput,
  type MethodSettings,
  type OutputSettings,
  veilPresets,
} from '../../src/core/settings.ts';
import type { Values } from '../terminal/options.ts';
import { refuse } from '../terminal/refusal.ts';
import type { methodOptions } from './methodOptions.ts';
import type { protectOptions } from './options.ts';

type Chosen = Values<typeof methodOptions>;

/** Method and numbers: the preset's, but for those that were given. @throws Refusal */
export function methodSettings(chosen: Chosen): MethodSettings {
  switch (chosen.method) {
    case 'cast':
      return castSettings(chosen);
    case 'veil': {
      const usual = oneOf(veilPresets, chosen.preset ?? 'standard', 'veil');
      const veilSize = chosen['veil-size'] ?? usual.veilSize;
      return { method: 'veil', veilSize, strength: strengthOf(chosen, usual.strength) };
    }
    case 'cuda': {
      const usual = oneOf(cudaPresets, chosen.preset ?? 'imagenet', 'cuda');
      const kernelSize = chosen['kernel-size'] ?? usual.kernelSize;
      if (!isKernelSize(kernelSize)) refuse('--kernel-size takes an odd number from 3 to 15.');
      return { method: 'cuda', kernelSize, strength: strengthOf(chosen, usual.strength) };
    }
  }
}

function castSettings(chosen: Chosen): CastSettings {
  const usual = oneOf(castPresets, chosen.preset ?? 'standard', 'cast');
  const strength = chosen.strength ?? usual.strength;
  const castLevel = chosen['cast-level'] ?? usual.castLevel;
  if (strength === 0) return { method: 'cast', castLevel, strength, veilSize: null };
  const veilSize = chosen['veil-size'] ?? usual.veilSize ?? refuse('With a strength comes a --veil-size.');
  return { method: 'cast', castLevel, strength, veilSize };
}

function strengthOf({ strength }: Chosen, usual: number): number {
  const value = strength ?? usual;
  return isStrength(value) ? value : refuse('--strength takes a number above 0, and 1 at most.');
}

function oneOf<T>(presets: Readonly<Record<string, T>>, name: string, method: string): T {
  const found = Object.hasOwn(presets, name) ? presets[name] : undefined;
  const names = Object.keys(presets).join(', ');
  return found ?? refuse(`--preset is ${name}; with --method=${method} it takes ${names}.`);
}

/** What files come out. */
export function outputSettings(chosen: Values<typeof protectOptions>): OutputSettings {
  const { format, quality, rights } = chosen;
  return {
    ...defaultOutput,
    format,
    ...(quality === null ? {} : { jpegQuality: quality / 100, webpQuality: quality / 100 }),
    optOut: !chosen['no-opt-out'],
    rights,
    keepDateAndCopyright: !chosen['no-credit'],
  };
}
