import { expect, type Page } from '@playwright/test';
import type { Treatment } from '../../src/engine/engine.ts';
import { farthestFrom, type SampledPhoto } from '../fixtures/pixelVectors.ts';
import type { PhotoSpec } from './photos.ts';

/** Holds what WebGL makes of a large photo against the contract's samples of it. */
export async function expectSamples(
  page: Page,
  photo: PhotoSpec,
  treatment: Treatment,
  samples: SampledPhoto['samples'],
): Promise<void> {
  const places = samples.map(([x, y]) => [x, y] as const);
  const made = await page.evaluate(
    ([photo, treatment, places]) => window.keyveilHarness.samples(photo, treatment, places),
    [photo, treatment, places] as const,
  );
  expect(farthestFrom({ samples }, (_x, _y, sample) => made[sample])).toBeLessThanOrEqual(1);
}
