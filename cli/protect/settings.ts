import { isKernelSize, isStrength } from '../../src/core/filter/filter.ts';
import {
  cudaPresets,
  defaultOutput,
  type MethodSettings,
  type OutputSettings,
  veilPresets,
} from '../../src/core/settings.ts';
import type { Values } from '../terminal/options.ts';
import { refuse } from '../terminal/refusal.ts';
import type { protectOptions } from './options.ts';

type Chosen = Values<typeof protectOptions>;

/** Method and numbers: the preset's, but for those that were given. @throws Refusal */
export function methodSettings(chosen: Chosen): MethodSettings {
  const settings = withNumbers(chosen);
  if (!isStrength(settings.strength)) refuse('--strength takes a number above 0, and 1 at most.');
  if (settings.method === 'cuda' && !isKernelSize(settings.kernelSize))
    refuse('--kernel-size takes an odd number from 3 to 15.');
  return settings;
}

function withNumbers(chosen: Chosen): MethodSettings {
  const { method, preset, strength } = chosen;
  if (method === 'veil') {
    const usual = oneOf(veilPresets, preset ?? 'standard', method);
    return { method, veilSize: chosen['veil-size'] ?? usual.veilSize, strength: strength ?? usual.strength };
  }
  const usual = oneOf(cudaPresets, preset ?? 'imagenet', 'cuda');
  return {
    method: 'cuda',
    kernelSize: chosen['kernel-size'] ?? usual.kernelSize,
    strength: strength ?? usual.strength,
  };
}

function oneOf<T>(presets: Readonly<Record<string, T>>, name: string, method: string): T {
  const found = Object.hasOwn(presets, name) ? presets[name] : undefined;
  const names = Object.keys(presets).join(', ');
  return found ?? refuse(`--preset is ${name}; with --method=${method} it takes ${names}.`);
}

/** What files come out. */
export function outputSettings(chosen: Chosen): OutputSettings {
  const { format, quality, rights } = chosen;
  return {
    ...defaultOutput,
    format,
    ...(quality === null ? {} : { jpegQuality: quality / 100, webpQuality: quality / 100 }),
    optOut: !chosen['no-opt-out'],
    rights,
    keepDateAndCopyright: chosen['keep-credit'],
  };
}
