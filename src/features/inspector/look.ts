import { carriesCast, type MethodSettings, veilSizeOf } from '../../core/settings.ts';
import { trainerSize as usualSize } from './filters/tapDistance.ts';

/** What a person has chosen to see of a photo, apart from where. Stays from photo to photo. */

export type Mode = 'split' | 'side' | 'hold' | 'difference';
export const modes: readonly Mode[] = ['split', 'side', 'hold', 'difference'];

/** Short sides, in pixels, that trainers bring photos to. */
export const trainerSizes = [512, usualSize, 128, 64, 32] as const;
/** The photo itself, or its short side on a trainer's picture. */
export type SeenSize = 'full' | (typeof trainerSizes)[number];

/** Device pixels for each pixel of the picture; `fit`: as many as let all of it be seen. */
export type Zoom = 'fit' | number;

export interface Look {
  readonly mode: Mode;
  readonly size: SeenSize;
  readonly zoom: Zoom;
  /** Where the split lies, from 0 (all protected) to 1 (all original). */
  readonly split: number;
}

export const firstLook: Look = { mode: 'split', size: 'full', zoom: 'fit', split: 0.5 };

/** Another size starts with all of it in sight. */
export function withSize(look: Look, size: SeenSize): Look {
  return size === look.size ? look : { ...look, size, zoom: 'fit' };
}

/**
 * Whether protection is meant to hold for a trainer who sees photos at a size (docs/evidence.md): a cast at every size;
 * a veil from its own size upward, in part from half of it; `cuda` where the photo is not made smaller.
 *
 * @param shortSide of the photo, pixels: a veil is never larger than its photo
 */
export function holdsAt(size: SeenSize, settings: MethodSettings, shortSide: number): 'yes' | 'part' | 'no' {
  if (size === 'full' || carriesCast(settings)) return 'yes';
  const from = holdsFrom(settings, shortSide);
  if (size >= from) return 'yes';
  return settings.method !== 'cuda' && size * 2 >= from ? 'part' : 'no';
}

/** The short side, in pixels, from which on the filter is meant to hold. */
export function holdsFrom(settings: MethodSettings, shortSide: number): number {
  return Math.min(veilSizeOf(settings) ?? shortSide, shortSide);
}
