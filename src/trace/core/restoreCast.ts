import type { Cast } from '../../core/cast/cast.ts';
import { CastField, type CastRow } from '../../core/cast/castField.ts';
import type { Picture } from '../../core/picture/resize.ts';

/** What a treatment says of its cast. */
export interface LaidCast {
  readonly cast: Cast;
  /** Root mean square in levels of 255. */
  readonly castLevel: number;
}

/** A cast's waves over one photo, taken off value by value, row after row. */
export class CastLift {
  readonly #field: CastField;
  readonly #cosines: Float64Array;
  #row: CastRow;

  constructor({ cast, castLevel }: LaidCast, width: number, height: number) {
    this.#field = new CastField(cast, castLevel, width, height);
    this.#cosines = Float64Array.from({ length: width }, (_, x) => this.#field.cosineAt(x));
    this.#row = this.#field.row(0);
  }

  /** Goes to a row; `without` is of it from then on. */
  goTo(y: number): void {
    this.#row = this.#field.row(y);
  }

  /**
   * A value without the waves, unrounded. White that the waves would have made whiter stays white, and black black:
   * what was cut off there is lost, and most of what is that bright in a photo was white before.
   */
  without(value: number, x: number, channel: number): number {
    const { still, swing } = this.#row;
    const added = (still[channel] as number) + (swing[channel] as number) * (this.#cosines[x] as number);
    if ((value === 255 && added > 0) || (value === 0 && added < 0)) return value;
    return value - added;
  }
}

/** Takes a cast's waves off a photo, in place; alpha stays. Values are rounded half up and cut to 0…255. */
export function liftCast({ width, height, data }: Picture, laid: LaidCast): void {
  const lift = new CastLift(laid, width, height);
  for (let y = 0; y < height; y++) {
    lift.goTo(y);
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < 3; c++) {
        const at = (y * width + x) * 4 + c;
        data[at] = Math.floor(lift.without(data[at] as number, x, c) + 0.5);
      }
    }
  }
}
