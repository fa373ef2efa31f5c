import { expect, test } from 'vitest';
import { isCast } from '../../../../src/core/cast/cast.ts';
import { trialImprint } from '../../../../src/core/filter/trialImprint.ts';
import { castPresets, cudaPresets, veilPresets } from '../../../../src/core/settings.ts';
import { treatmentFor } from '../../../../src/core/treatment.ts';

test('a trial imprint is what the method needs, the same for the same seed and another for another', () => {
  for (const settings of [castPresets.light, castPresets.standard, veilPresets.standard, cudaPresets.cifar]) {
    const imprint = trialImprint('a', settings);
    expect(trialImprint('a', settings)).toEqual(imprint);
    expect(trialImprint('b', settings)).not.toEqual(imprint);
    expect(() => treatmentFor(settings, imprint)).not.toThrow();
    expect(imprint.cast === null || isCast(imprint.cast)).toBe(true);
    expect(imprint.cast !== null).toBe(settings.method === 'cast');
  }
});
