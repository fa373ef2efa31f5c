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
    this.#both(re, im, this.#down, this.#across);
  }

  /** From a spectrum turned on its side to values in rows. */
  inverse(re: Float64Array, im: Float64Array): void {
    // Exchanging real and imaginary part turns one direction into the other.
    this.#both(im, re, this.#across, this.#down);
    const share = 1 / (this.width * this.height);
    for (let i = 0; i < re.length; i++) {
      re[i] = (re[i] as number) * share;
      im[i] = (im[i] as number) * share;
    }
  }

  /** Columns, then rows as columns of the turned plane: whole rows are combined at once, which reads memory in order. */
  #both(re: Float64Array, im: Float64Array, first: Line, second: Line): void {
    first.transform(re, im, second.length);
    turn(re, this.#turnedRe, second.length, first.place);
    turn(im, this.#turnedIm, second.length, first.place);
    second.transform(this.#turnedRe, this.#turnedIm, first.length);
    inOrder(this.#turnedRe, re, first.length, second.place);
    inOrder(this.#turnedIm, im, first.length, second.place);
  }
}

/** Turns a plane on its side; row `place[y]` of it becomes column y. */
function turn(from: Float64Array, to: Float64Array, width: number, place: Uint32Array): void {
  const height = place.length;
  for (let y = 0; y < height; y++) {
    const row = (place[y] as number) * width;
    for (let x = 0; x < width; x++) to[x * height + y] = from[row + x] as number;
  }
}

/** Row `place[y]` becomes row y. */
function inOrder(from: Float64Array, to: Float64Array, width: number, place: Uint32Array): void {
  for (let y = 0; y < place.length; y++) {
    const row = (place[y] as number) * width;
    for (let x = 0; x < width; x++) to[y * width + x] = from[row + x] as number;
  }
}

/** The smallest power of two that is no less. */
export function powerOfTwo(least: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, least)));
}

/**
 * Transforms of all columns of a plane at once (decimation in frequency). Whole rows are combined with the same factors,
 * which is what makes it quick: steps of radix 4, which are two of radix 2 each without going through memory in between.
 */
class Line {
  readonly length: number;
  /** The row in which frequency k ends: its bits backwards. */
  readonly place: Uint32Array;
  readonly #cos: Float64Array;
  readonly #sin: Float64Array;

  constructor(length: number) {
    const bits = Math.log2(length);
    if (!Number.isInteger(bits)) throw new RangeError(`length ${length}`);
    this.length = length;
    const turns = Float64Array.from({ length: Math.ceil(length / 4) }, (_, i) => (2 * Math.PI * i) / length);
    this.#cos = turns.map(Math.cos);
    this.#sin = turns.map(angle => -Math.sin(angle));
    this.place = Uint32Array.from({ length }, (_, k) => {
      let backwards = 0;
      for (let bit = 0; bit < bits; bit++) backwards |= ((k >> bit) & 1) << (bits - 1 - bit);
      return backwards;
    });
  }

  /** @param lanes columns side by side */
  transform(re: Float64Array, im: Float64Array, lanes: number): void {
    let size = this.length;
    for (; size >= 4; size /= 4) {
      const quarter = size / 4;
      const step = this.length / size;
      for (let block = 0; block < this.length; block += size) {
        for (let k = 0; k < quarter; k++) {
          const c = this.#cos[k * step] as number;
          const s = this.#sin[k * step] as number;
          quadruples(re, im, (block + k) * lanes, quarter * lanes, lanes, c, s);
        }
      }
    }
    if (size === 1) return;
    for (let row = 0; row < this.length; row += 2) pairs(re, im, row * lanes, lanes);
  }
}

/** Four rows, `apart` values from each other, under the factor c1 + i·s1 and its second and third power. */
function quadruples(
  re: Float64Array,
  im: Float64Array,
  first: number,
  apart: number,
  lanes: number,
  c1: number,
  s1: number,
): void {
  const [c2, s2] = [c1 * c1 - s1 * s1, 2 * c1 * s1];
  const [c3, s3] = [c1 * c2 - s1 * s2, c1 * s2 + s1 * c2];
  for (let a = first; a < first + lanes; a++) {
    const b = a + apart;
    const c = b + apart;
    const d = c + apart;
    const sumRe = (re[a] as number) + (re[c] as number);
    const sumIm = (im[a] as number) + (im[c] as number);
    const otherRe = (re[b] as number) + (re[d] as number);
    const otherIm = (im[b] as number) + (im[d] as number);
    const apartRe = (re[a] as number) - (re[c] as number);
    const apartIm = (im[a] as number) - (im[c] as number);
    // −i times the difference of the other two.
    const turnedRe = (im[b] as number) - (im[d] as number);
    const turnedIm = (re[d] as number) - (re[b] as number);
    const r2 = sumRe - otherRe;
    const i2 = sumIm - otherIm;
    const r1 = apartRe + turnedRe;
    const i1 = apartIm + turnedIm;
    const r3 = apartRe - turnedRe;
    const i3 = apartIm - turnedIm;
    re[a] = sumRe + otherRe;
    im[a] = sumIm + otherIm;
    re[b] = r2 * c2 - i2 * s2;
    im[b] = r2 * s2 + i2 * c2;
    re[c] = r1 * c1 - i1 * s1;
    im[c] = r1 * s1 + i1 * c1;
    re[d] = r3 * c3 - i3 * s3;
    im[d] = r3 * s3 + i3 * c3;
  }
}

/** Two neighbouring rows, whose factor is 1. */
function pairs(re: Float64Array, im: Float64Array, first: number, lanes: number): void {
  for (let a = first; a < first + lanes; a++) {
    const b = a + lanes;
    const ar = re[a] as number;
    const ai = im[a] as number;
    const br = re[b] as number;
    const bi = im[b] as number;
    re[a] = ar + br;
    im[a] = ai + bi;
    re[b] = ar - br;
    im[b] = ai - bi;
  }
}
