import { meanLuma, patchesOf, psnrOf, squaredError, ssim } from '../core/picture/quality.ts';
import type { Treatment } from '../engine/engine.ts';
import type { KeptPhoto } from './keptPhoto.ts';

/** How like the protected photo is to the original, before it is encoded. */
export interface Figures {
  /** dB, over R, G and B; Infinity where nothing changed. */
  readonly psnr: number;
  /** −1 to 1, on luma; null for photos with a side below 11 pixels. */
  readonly ssim: number | null;
  /** Mean luma after, by that before; 1 for a black photo. */
  readonly brightness: number;
  /** Whether all of the photo was measured, and not patches spread over it. */
  readonly whole: boolean;
}

/** Measured at true pixels, on at most a megapixel (see `patchesOf`), so that it is quick for a photo of any size. */
export async function measureFigures(photo: KeptPhoto, treatment: Treatment): Promise<Figures> {
  const { width, height } = photo.pixels;
  const patches = patchesOf(width, height);
  const error = { sum: 0, count: 0 };
  const luma = { before: 0, after: 0 };
  let likeness: number | null = 0;
  for (const patch of patches) {
    const before = await photo.before(1, patch, patch);
    const after = await photo.after(1, patch, patch, treatment);
    const { sum, count } = squaredError(before, after);
    error.sum += sum;
    error.count += count;
    luma.before += meanLuma(before);
    luma.after += meanLuma(after);
    // Patches are of one size, so each counts the same.
    const here = ssim(before, after);
    likeness = here === null || likeness === null ? null : likeness + here / patches.length;
  }
  return {
    psnr: psnrOf(error),
    ssim: likeness,
    brightness: luma.before === 0 ? 1 : luma.after / luma.before,
    whole: patches.length === 1 && patches[0]?.width === width && patches[0].height === height,
  };
}
