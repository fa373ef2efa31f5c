import type { Picture } from '../picture/resize.ts';
import type { Cast } from './cast.ts';
import { CastField } from './castField.ts';

/**
 * The waves of a cast to look at: what they add to a square photo, made `gain` times as strong, on mid-grey. Opaque;
 * cut to 0…255.
 *
 * @param level root mean square in levels of 255
 * @param side of the picture in pixels
 */
export function castPicture(cast: Cast, level: number, side: number, gain: number): Picture {
  const field = new CastField(cast, level * gain, side, side);
  const data = new Uint8ClampedArray(side * side * 4);
  const cosines = Array.from({ length: side }, (_, x) => field.cosineAt(x));
  for (let y = 0; y < side; y++) {
    const { still, swing } = field.row(y);
    for (let x = 0; x < side; x++) {
      const at = (y * side + x) * 4;
      for (let c = 0; c < 3; c++) {
        data[at + c] = 128 + (still[c] as number) + (swing[c] as number) * (cosines[x] as number);
      }
      data[at + 3] = 255;
    }
  }
  return { width: side, height: side, data };
}
