import { type Cast, waves } from './cast.ts';

/** A flat cast's field stays within this at level 1. */
export const flatBound = 2.75;

/** One row of a field: in channel c, pixel x gets `still[c] + swing[c] · cosineAt(x)`. */
export interface CastRow {
  readonly still: Float64Array;
  readonly swing: Float64Array;
}

/**
 * What a cast adds to the pixels of a photo of one size, in levels of 255, unrounded (docs/method.md).
 *
 * Across a photo every wave is either even or the one cosine of two half cycles (p is 0 or 2). So a row needs two
 * numbers a channel, and each pixel one multiply and one add, whatever the waves.
 */
export class CastField {
  readonly #width: number;
  readonly #height: number;
  readonly #short: number;
  /** level · n(p) · n(q) · a by q and channel: of the waves that are even across, and of those that swing. */
  readonly #even: Float64Array;
  readonly #swinging: Float64Array;

  /**
   * @param level root mean square in levels of 255
   * @param width, height of the whole photo in pixels, whichever part of it is made
   */
  constructor(cast: Cast, level: number, width: number, height: number) {
    this.#width = width;
    this.#height = height;
    this.#short = Math.min(width, height);
    this.#even = amplitudes(cast, level, 0);
    this.#swinging = amplitudes(cast, level, 2);
  }

  /** No pixel gets more than this, up or down. */
  get bound(): number {
    const sums = [0, 1, 2].map(channel => {
      let sum = 0;
      for (let at = channel; at < this.#even.length; at += 3) {
        sum += Math.abs(this.#even[at] as number) + Math.abs(this.#swinging[at] as number);
      }
      return sum;
    });
    return Math.max(...sums);
  }

  /** cos(2πu) at a pixel; places between pixels and beside the photo may be asked for, too. */
  cosineAt(x: number): number {
    return Math.cos(2 * Math.PI * this.#place(x, this.#width));
  }

  /** R, G and B of a row of pixels. */
  row(y: number): CastRow {
    const v = this.#place(y, this.#height);
    const still = new Float64Array(3);
    const swing = new Float64Array(3);
    for (let q = 0; q <= mostDown; q++) {
      const cosine = Math.cos(Math.PI * q * v);
      for (let c = 0; c < 3; c++) {
        still[c] = (still[c] as number) + cosine * (this.#even[q * 3 + c] as number);
        swing[c] = (swing[c] as number) + cosine * (this.#swinging[q * 3 + c] as number);
      }
    }
    return { still, swing };
  }

  /** What pixel (x, y) gets in R, G and B. */
  at(x: number, y: number): readonly [red: number, green: number, blue: number] {
    const cosine = this.cosineAt(x);
    const { still, swing } = this.row(y);
    const value = (channel: number) => (still[channel] as number) + (swing[channel] as number) * cosine;
    return [value(0), value(1), value(2)];
  }

  /** Where a pixel lies: 0 and 1 are the edges of the central square. */
  #place(i: number, side: number): number {
    return (i + 0.5 - side / 2) / this.#short + 0.5;
  }
}

const mostDown = Math.max(...waves.map(([, q]) => q));

/** Three numbers for each q from 0 on: what the waves of p = `across` amount to. */
function amplitudes(cast: Cast, level: number, across: number): Float64Array {
  const norm = (halfCycles: number) => (halfCycles === 0 ? 1 : Math.SQRT2);
  const byDown = new Float64Array((mostDown + 1) * 3);
  waves.forEach(([p, q], wave) => {
    if (p !== across) return;
    for (let c = 0; c < 3; c++) {
      byDown[q * 3 + c] = level * norm(p) * norm(q) * (cast[wave * 3 + c] as number);
    }
  });
  return byDown;
}
