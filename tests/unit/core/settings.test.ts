import { describe, expect, it } from 'vitest';
import {
  castPresets,
  cudaPresets,
  presetOf,
  sameSettings,
  veilPresets,
  withStrength,
  withVeilSize,
} from '../../../src/core/settings.ts';

describe('the settings of a cast', () => {
  it('have a veil size exactly where there is a veil', () => {
    const none = withStrength(castPresets.strong, 0);
    expect(none).toEqual({ method: 'cast', castLevel: 8, strength: 0, veilSize: null });
    expect(withStrength(none, 0.25)).toMatchObject({ strength: 0.25, veilSize: 160 });
    expect(withStrength(castPresets.strong, 0.25)).toMatchObject({ strength: 0.25, veilSize: 112 });
  });

  it('take another veil size only where there is a veil', () => {
    expect(withVeilSize(castPresets.standard, 32)).toMatchObject({ veilSize: 32 });
    expect(withVeilSize(castPresets.light, 32)).toBe(castPresets.light);
    expect(withVeilSize(cudaPresets.cifar, 32)).toBe(cudaPresets.cifar);
  });
});

describe('presets', () => {
  it('are known by their numbers, whatever the method', () => {
    for (const presets of [castPresets, veilPresets, cudaPresets]) {
      for (const [name, settings] of Object.entries(presets)) expect(presetOf(settings)).toBe(name);
    }
    expect(presetOf({ ...castPresets.light, castLevel: 7 })).toBeNull();
  });

  it('of one name are not the same settings for two methods', () => {
    expect(sameSettings(castPresets.standard, veilPresets.standard)).toBe(false);
    expect(sameSettings(castPresets.standard, { ...castPresets.standard })).toBe(true);
    expect(sameSettings(castPresets.standard, { ...castPresets.standard, castLevel: 6 })).toBe(false);
    expect(sameSettings(castPresets.standard, { ...castPresets.standard, veilSize: 112 })).toBe(false);
  });
});
