import {
  type Likeness,
  likeness,
  meanLuma,
  patchesOf,
  psnrOf,
  squaredError,
} from '../core/picture/quality.ts';
import { seenDifference } from '../core/picture/seenDifference.ts';
import { type Visibility, visibleAt100 } from '../core/picture/visibility.ts';
import type { Treatment } from '../engine/engine.ts';
import type { KeptPhoto } from './keptPhoto.ts';

/** How like the protected photo is to the original, before it is encoded. */
export interface Figures {
  /** dB, over R, G and B; Infinity where nothing changed. */
  readonly psnr: number;
  /** −1 to 1, on luma; null for photos with a side below 11 pixels. */
  readonly ssim: number | null;
  /** SSIM without its comparison of means; null likewise. */
  readonly structure: number | null;
  /** Mean ΔE00 of what an eye resolves at 100 %; see `seenDifference`. */
  readonly colour: number;
  /** The verdict that structure and colour come to. */
  readonly visible: Visibility;
  /** Mean luma after, by that before; 1 for a black photo. */
  readonly brightness: number;
  /** Whether all of the photo was measured, and not patches spread over it. */
  readonly whole: boolean;
}

/** Measured at true pixels, on at most 512² (see `patchesOf`), so that it is quick for a photo of any size. */
export async function measureFigures(photo: KeptPhoto, treatment: Treatment): Promise<Figures> {
  const { width, height } = photo.pixels;
  const patches = patchesOf(width, height);
  const error = { sum: 0, count: 0 };
  const luma = { before: 0, after: 0 };
  let like: Likeness | null = { ssim: 0, structure: 0 };
  let colour = 0;
  for (const patch of patches) {
    const before = await photo.before(1, patch, patch);
    const after = await photo.after(1, patch, patch, treatment);
    const { sum, count } = squaredError(before, after);
    error.sum += sum;
    error.count += count;
    luma.before += meanLuma(before);
    luma.after += meanLuma(after);
    // Patches are of one size, so each counts the same.
    colour += seenDifference(before, after) / patches.length;
    const here = likeness(before, after);
    like =
      here === null || like === null
        ? null
        : {
            ssim: like.ssim + here.ssim / patches.length,
            structure: like.structure + here.structure / patches.length,
          };
  }
  const structure = like?.structure ?? null;
  return {
    psnr: psnrOf(error),
    ssim: like?.ssim ?? null,
    structure,
    colour,
    visible: visibleAt100({ structure, colour }),
    brightness: luma.before === 0 ? 1 : luma.after / luma.before,
    whole: patches.length === 1 && patches[0]?.width === width && patches[0].height === height,
  };
}
