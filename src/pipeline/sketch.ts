import { trialImprint } from '../core/filter/trialImprint.ts';
import { hasFewColours } from '../core/picture/fewColours.ts';
import { psnr } from '../core/picture/quality.ts';
import { resized, sizeWithShortSide } from '../core/picture/resize.ts';
import { castPresets } from '../core/settings.ts';
import { type Treatment, treatmentFor } from '../core/treatment.ts';
import { createCpuEngine } from '../engine/cpu/cpuEngine.ts';
import type { Pixels } from '../engine/engine.ts';

/** What a small picture tells of its photo, at the cost of some milliseconds. */
export interface Sketch {
  /** It is flat or line art; see `hasFewColours`. */
  readonly fewColours: boolean;
  /** How like it stays under Standard, PSNR in dB: the lower, the more protection changes it. Only for comparing photos. */
  readonly likeness: number;
}

/** Short side, in pixels, of what likeness is measured on. */
const shortSide = 64;

let engine: ReturnType<typeof createCpuEngine> | null = null;
let standard: Treatment | null = null;

/** Sketches a photo from its thumbnail. */
export async function sketchOf(thumbnail: Pixels): Promise<Sketch> {
  engine ??= createCpuEngine('plain');
  standard ??= treatmentFor(castPresets.standard, trialImprint('sketch', castPresets.standard));
  const short = Math.min(shortSide, thumbnail.width, thumbnail.height);
  const before = resized(thumbnail, sizeWithShortSide(thumbnail, short));
  const copy = { ...before, data: before.data.slice() };
  const { pixels: after } = await engine.protect(copy, standard);
  return { fewColours: hasFewColours(thumbnail), likeness: psnr(before, after) };
}
