import type { Picture } from '../../core/picture/resize.ts';
import type { Treatment } from '../../core/treatment.ts';
import { liftCast } from './restoreCast.ts';
import { veilShape } from './restoreVeil.ts';
import { liftVeil } from './restoreVeilPhoto.ts';

/**
 * Takes off what was laid over a photo, in place: a veil, a cast, or both. Alpha stays.
 *
 * @param variance of what rounding and encoding did to each value, levels²
 */
export function lift(
  picture: Picture,
  treatment: Exclude<Treatment, { method: 'cuda' }>,
  variance: number,
): void {
  const cast = treatment.method === 'cast' ? treatment : null;
  const { veilSize } = treatment;
  if (veilSize !== null) {
    liftVeil(picture, veilShape(picture.width, picture.height, { ...treatment, veilSize }), variance, cast);
  } else if (cast !== null) liftCast(picture, cast);
}
