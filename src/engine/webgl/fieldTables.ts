import { isCast, isCastLevel } from '../../core/cast/cast.ts';
import { CastField } from '../../core/cast/castField.ts';
import type { Pixels, Region, Treatment } from '../engine.ts';

/** A cast's field over a part of a photo, worked out here in float64 so that a tile sees what the whole would. */
export interface FieldTables {
  /** One for each column. */
  readonly cosines: Float64Array;
  /** Two rows of four floats for each row of pixels: what every pixel of it gets, and what the cosine is multiplied with. */
  readonly rows: Float32Array<ArrayBuffer>;
}

/** Zeros for a method without a field. Throws a RangeError for what is no cast, or for a level that none has. */
export function fieldTables(photo: Pixels, part: Region, treatment: Treatment): FieldTables {
  const rows = new Float32Array(part.height * 8);
  if (treatment.method !== 'cast') return { cosines: new Float64Array(part.width), rows };
  const { cast, castLevel } = treatment;
  if (!isCast(cast)) throw new RangeError('cast');
  if (!isCastLevel(castLevel)) throw new RangeError(`cast level ${castLevel}`);
  const field = new CastField(cast, castLevel, photo.width, photo.height);
  for (let y = 0; y < part.height; y++) {
    const { still, swing } = field.row(part.y + y);
    for (let c = 0; c < 3; c++) {
      rows[y * 4 + c] = (still[c] as number) / 255;
      rows[(part.height + y) * 4 + c] = (swing[c] as number) / 255;
    }
  }
  return { cosines: Float64Array.from({ length: part.width }, (_, x) => field.cosineAt(part.x + x)), rows };
}
