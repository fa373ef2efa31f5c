import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { LabelFilters } from '../../../../src/core/filter/labelFilters.ts';
import { MasterKey } from '../../../../src/core/key/key.ts';
import { castPresets, cudaPresets, type MethodSettings } from '../../../../src/core/settings.ts';
import { treatmentFor } from '../../../../src/core/treatment.ts';
import { createCpuEngine } from '../../../../src/engine/cpu/cpuEngine.ts';
import { tellLabels } from '../../../../src/prove/core/crossValidation.ts';
import { gainOf, type HitRates, judge } from '../../../../src/prove/core/decoy.ts';
import type { ShrinkageOf } from '../../../../src/prove/core/lda.ts';
import { type Features, featuresAround } from '../../../../src/prove/pipeline/photoFeatures.ts';
import { sharedFolder } from '../../../fixtures/places.ts';

const data = join(sharedFolder, 'data');
const chance = 0.1;

interface Task {
  readonly set: 'photos' | 'cifar10';
  readonly photosEach: number;
  readonly settings: MethodSettings;
  readonly size: number;
}

/** What the instant check tells of real photos, from their colours and from their spectra at one size. */
async function check({
  set,
  photosEach,
  settings,
  size,
}: Task): Promise<{ colours: HitRates; spectra: HitRates }> {
  const engine = createCpuEngine();
  const filters = new LabelFilters(await MasterKey.take(new Uint8Array(32).fill(1)));
  const labels = readdirSync(join(data, set)).sort();
  const imprints = await filters.imprints(labels, settings);
  const seen: { label: number; original: Features; protected: Features }[] = [];
  for (const [label, imprint] of imprints.entries()) {
    const folder = join(data, set, labels[label] ?? '');
    for (const name of readdirSync(folder).sort().slice(0, photosEach)) {
      const image = sharp(readFileSync(join(folder, name)))
        .toColourspace('srgb')
        .ensureAlpha()
        .raw();
      const { data: bytes, info } = await image.toBuffer({ resolveWithObject: true });
      const pixels = { width: info.width, height: info.height, data: new Uint8ClampedArray(bytes) };
      const features = await featuresAround(pixels, treatmentFor(settings, imprint), [size], engine);
      seen.push({ label, ...features });
    }
  }
  engine.dispose();
  const tell = (
    of: (features: Features) => Float32Array | null | undefined,
    shrink: ShrinkageOf,
  ): HitRates => {
    const hits = (which: 'original' | 'protected') =>
      tellLabels(
        seen.flatMap(one => of(one[which]) ?? []),
        seen.map(({ label }) => label),
        'seed',
        shrink,
      );
    return { original: hits('original'), protected: hits('protected') };
  };
  return {
    colours: tell(({ colours }) => colours, 'together'),
    spectra: tell(({ spectra }) => spectra[0], 'each'),
  };
}

describe.skipIf(!existsSync(data))(
  'real photos of ten labels (needs ../shared beside the repository)',
  () => {
    it.each([
      { set: 'photos', photosEach: 12, size: 64 },
      { set: 'cifar10', photosEach: 20, size: Number.POSITIVE_INFINITY },
    ] as const)(
      '$set under Light are told by their colours, and not by their spectra',
      async task => {
        const { colours, spectra } = await check({ ...task, settings: castPresets.light });
        expect(judge(colours, chance)).toBe('easier');
        expect(judge(spectra, chance)).not.toBe('easier');
        expect(Math.abs(gainOf(spectra))).toBeLessThan(0.08);
      },
      120_000,
    );

    it('under Standard are told by their colours, too', async () => {
      const { colours } = await check({
        set: 'photos',
        photosEach: 12,
        settings: castPresets.standard,
        size: 32,
      });
      expect(judge(colours, chance)).toBe('easier');
    }, 120_000);

    it('under the paper’s filter are told by their spectra, and not by their colours', async () => {
      const { colours, spectra } = await check({
        set: 'photos',
        photosEach: 12,
        settings: cudaPresets.imagenet,
        size: Number.POSITIVE_INFINITY,
      });
      expect(judge(spectra, chance)).toBe('easier');
      expect(judge(colours, chance)).not.toBe('easier');
      expect(Math.abs(gainOf(colours))).toBeLessThan(0.08);
    }, 120_000);
  },
);
