import { expect, it } from 'vitest';
import { defaultOutput } from '../../../src/core/settings.ts';
import { resultBytes, type SizedPhoto } from '../../../src/core/space.ts';

const phone: SizedPhoto = { bytes: 4_500_000, type: 'image/jpeg', width: 4000, height: 3000 };

it('takes a phone’s photo for about what it is, and more at the highest quality', () => {
  const usual = resultBytes(phone, defaultOutput);
  expect(usual).toBeGreaterThan(phone.bytes);
  expect(usual).toBeLessThan(2 * phone.bytes);
  expect(resultBytes(phone, { ...defaultOutput, jpegQuality: 1 })).toBeGreaterThan(2 * usual);
});

it('knows that PNG hardly packs a photo', () => {
  expect(resultBytes(phone, { ...defaultOutput, format: 'png' })).toBeGreaterThan(36_000_000);
});

it('does not believe a file that was packed far harder than we pack', () => {
  const tiny = { ...phone, bytes: 50_000 };
  expect(resultBytes(tiny, defaultOutput)).toBeGreaterThan(1_000_000);
});

it('counts a file even where nothing is known of the picture', () => {
  expect(resultBytes({ bytes: 10, type: 'image/png', width: 0, height: 0 }, defaultOutput)).toBeGreaterThan(
    0,
  );
});
