import { type Cast, waves } from './cast.ts';

/** A flat cast's field stays within this at level 1. */
export const flatBound = 2.75;

/** One channel of one row of a field: pixel x gets `still + swing · columns[x]`. */
export interface CastRow {
  readonly still: number;
  readonly swing: number;
}

/**
 * What a cast adds to the pixels of a photo of one size, in levels of 255, unrounded (docs/method.md).
 *
 * Across a photo every wave is either even or the one cosine of two half cycles (p is 0 or 2). So a row needs two
 * numbers a channel, and each pixel one multiply and one add, whatever the waves.
 */
export class CastField {
  /** cos(2πu) of each column. */
  readonly columns: Float64Array;
  readonly #height: number;
  readonly #short: number;
  /** level · n(p) · n(q) · a, channel by channel: by q those that are even across, and those that swing. */
  readonly #still: readonly Float64Array[];
  readonly #swing: readonly Float64Array[];

  /**
   * @param level root mean square in levels of 255
   * @param width, height of the whole photo in pixels, whichever part of it is made
   */
  constructor(cast: Cast, level: number, width: number, height: number) {
    this.#height = height;
    this.#short = Math.min(width, height);
    this.columns = Float64Array.from({ length: width }, (_, x) =>
      Math.cos(2 * Math.PI * this.#place(x, width)),
    );
    this.#still = amplitudes(cast, level, 0);
    this.#swing = amplitudes(cast, level, 2);
  }

  /** R, G and B of row y. */
  row(y: number): readonly [CastRow, CastRow, CastRow] {
    const v = this.#place(y, this.#height);
    const cosines = Array.from({ length: mostDown + 1 }, (_, q) => Math.cos(Math.PI * q * v));
    const channel = (c: number): CastRow => ({
      still: dot(this.#still[c], cosines),
      swing: dot(this.#swing[c], cosines),
    });
    return [channel(0), channel(1), channel(2)];
  }

  /** What pixel (x, y) gets in R, G and B. */
  at(x: number, y: number): readonly [number, number, number] {
    const cosine = this.columns[x] ?? Number.NaN;
    const [red, green, blue] = this.row(y);
    return [
      red.still + red.swing * cosine,
      green.still + green.swing * cosine,
      blue.still + blue.swing * cosine,
    ];
  }

  /** Where a pixel lies: 0 and 1 are the edges of the central square. */
  #place(i: number, side: number): number {
    return (i + 0.5 - side / 2) / this.#short + 0.5;
  }
}

const mostDown = Math.max(...waves.map(([, q]) => q));

function amplitudes(cast: Cast, level: number, across: number): readonly Float64Array[] {
  const norm = (halfCycles: number) => (halfCycles === 0 ? 1 : Math.SQRT2);
  return [0, 1, 2].map(channel => {
    const byDown = new Float64Array(mostDown + 1);
    waves.forEach(([p, q], wave) => {
      if (p === across) byDown[q] = level * norm(p) * norm(q) * (cast[wave * 3 + channel] as number);
    });
    return byDown;
  });
}

function dot(amplitudes: Float64Array | undefined, cosines: readonly number[]): number {
  return cosines.reduce((sum, cosine, q) => sum + cosine * (amplitudes?.[q] ?? 0), 0);
}
