/**
 * The discrete Fourier transform of a plane of complex numbers whose sides are powers of two (J. W. Cooley and J. W.
 * Tukey, "An algorithm for the machine calculation of complex Fourier series", 1965), in place.
 */
export class PlaneTransform {
  readonly width: number;
  readonly height: number;
  readonly #across: Line;
  readonly #down: Line;
  readonly #turnedRe: Float64Array;
  readonly #turnedIm: Float64Array;

  /** Both powers of two; any other is a bug of the caller. */
  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.#across = new Line(width);
    this.#down = new Line(height);
    this.#turnedRe = new Float64Array(width * height);
    this.#turnedIm = new Float64Array(width * height);
  }

  /**
   * From `width · height` values in rows to their spectrum turned on its side: the frequency (u across, v down) stands at
   * `u · height + v`. Without a factor; {@link inverse} divides by their number.
   */
  forward(re: Float64Array, im: Float64Array): void {
    this.#both(re, im, this.#down, this.#across, this.width, this.height);
  }

  /** From a spectrum turned on its side to values in rows. */
  inverse(re: Float64Array, im: Float64Array): void {
    // Exchanging real and imaginary part turns one direction into the other.
    this.#both(im, re, this.#across, this.#down, this.height, this.width);
    const share = 1 / (this.width * this.height);
    for (let i = 0; i < re.length; i++) {
      re[i] = (re[i] as number) * share;
      im[i] = (im[i] as number) * share;
    }
  }

  /** Columns, then rows as columns of the turned plane: whole rows are combined at once, which reads memory in order. */
  #both(re: Float64Array, im: Float64Array, first: Line, second: Line, width: number, height: number): void {
    first.transform(re, im, width);
    turn(re, this.#turnedRe, width, height);
    turn(im, this.#turnedIm, width, height);
    second.transform(this.#turnedRe, this.#turnedIm, height);
    re.set(this.#turnedRe);
    im.set(this.#turnedIm);
  }
}

function turn(from: Float64Array, to: Float64Array, width: number, height: number): void {
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) to[x * height + y] = from[y * width + x] as number;
  }
}

/** The smallest power of two that is no less. */
export function powerOfTwo(least: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, least)));
}

/** Transforms of all columns of a plane at once. */
class Line {
  readonly #length: number;
  readonly #cos: Float64Array;
  readonly #sin: Float64Array;
  readonly #swaps: readonly (readonly [number, number])[];

  constructor(length: number) {
    const bits = Math.log2(length);
    if (!Number.isInteger(bits)) throw new RangeError(`length ${length}`);
    this.#length = length;
    this.#cos = Float64Array.from({ length: length / 2 }, (_, i) => Math.cos((2 * Math.PI * i) / length));
    this.#sin = Float64Array.from({ length: length / 2 }, (_, i) => -Math.sin((2 * Math.PI * i) / length));
    const backwards = (i: number) => {
      let turned = 0;
      for (let bit = 0; bit < bits; bit++) turned |= ((i >> bit) & 1) << (bits - 1 - bit);
      return turned;
    };
    this.#swaps = Array.from({ length }, (_, i) => [i, backwards(i)] as const).filter(([a, b]) => a < b);
  }

  /** @param lanes columns side by side */
  transform(re: Float64Array, im: Float64Array, lanes: number): void {
    for (const [a, b] of this.#swaps) {
      swapRows(re, a * lanes, b * lanes, lanes);
      swapRows(im, a * lanes, b * lanes, lanes);
    }
    for (let half = 1; half < this.#length; half *= 2) {
      const step = this.#length / (2 * half);
      for (let block = 0; block < this.#length; block += 2 * half) {
        for (let k = 0; k < half; k++) {
          const c = this.#cos[k * step] as number;
          const s = this.#sin[k * step] as number;
          butterflies(re, im, (block + k) * lanes, half * lanes, lanes, c, s);
        }
      }
    }
  }
}

function swapRows(values: Float64Array, a: number, b: number, lanes: number): void {
  for (let lane = 0; lane < lanes; lane++) {
    const value = values[a + lane] as number;
    values[a + lane] = values[b + lane] as number;
    values[b + lane] = value;
  }
}

/** A row and the one `apart` after it, turned by c + i·s: their sum and difference take their places. */
function butterflies(
  re: Float64Array,
  im: Float64Array,
  first: number,
  apart: number,
  lanes: number,
  c: number,
  s: number,
): void {
  for (let i = first; i < first + lanes; i++) {
    const j = i + apart;
    const r = re[j] as number;
    const m = im[j] as number;
    const tr = r * c - m * s;
    const ti = r * s + m * c;
    const ar = re[i] as number;
    const ai = im[i] as number;
    re[i] = ar + tr;
    im[i] = ai + ti;
    re[j] = ar - tr;
    im[j] = ai - ti;
  }
}
