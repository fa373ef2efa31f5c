import type { Cast } from '../../core/cast/cast.ts';
import { CastField } from '../../core/cast/castField.ts';
import type { Picture } from '../../core/picture/resize.ts';

/**
 * Takes a cast's waves off a photo, in place; alpha stays. What was cut off at black or white does not come back.
 * Values are rounded half up.
 */
export function liftCast(
  { width, height, data }: Picture,
  { cast, castLevel }: { readonly cast: Cast; readonly castLevel: number },
): void {
  const field = new CastField(cast, castLevel, width, height);
  const cosines = Float64Array.from({ length: width }, (_, x) => field.cosineAt(x));
  for (let y = 0; y < height; y++) {
    const { still, swing } = field.row(y);
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < 3; c++) {
        const at = (y * width + x) * 4 + c;
        const added = (still[c] as number) + (swing[c] as number) * (cosines[x] as number);
        data[at] = Math.floor((data[at] as number) - added + 0.5);
      }
    }
  }
}
