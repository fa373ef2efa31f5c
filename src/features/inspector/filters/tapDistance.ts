import { type MethodSettings, veilSizeOf } from '../../../core/settings.ts';

/** Short side, in pixels, that most image classifiers are trained at. */
export const trainerSize = 224;

export interface TapDistance {
  /** Pixels of the photo between neighbouring taps. */
  readonly photo: number;
  /** The same on the photo shrunk (or enlarged) to `trainerSize`. */
  readonly trainer: number;
}

/**
 * How far the filter's taps lie apart (docs/method.md): of a veil two pixels of the small copy, whose short side
 * is min(S, V); for `cuda` one pixel.
 *
 * @param shortSide of the photo, pixels, at least 1
 */
export function tapDistance(settings: MethodSettings, shortSide: number): TapDistance {
  const veilSize = veilSizeOf(settings);
  const photo = veilSize === null ? 1 : (2 * shortSide) / Math.min(shortSide, veilSize);
  return { photo, trainer: (photo * trainerSize) / shortSide };
}

/** What the distance on the trainer's picture means: two to four pixels protected in our experiments (docs/evidence.md). */
export function tapVerdict({ trainer }: TapDistance): 'enough' | 'part' | 'little' {
  if (trainer >= 1.95) return 'enough';
  return trainer >= 1 ? 'part' : 'little';
}
