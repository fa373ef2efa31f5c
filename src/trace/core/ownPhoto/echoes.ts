/** Rows and columns of the side taps, from the centre: in the order of a filter's weights. */
export const sideTaps: readonly (readonly [row: number, column: number])[] = [
  [-1, -1],
  [-1, 0],
  [-1, 1],
  [0, -1],
  [0, 1],
  [1, -1],
  [1, 0],
  [1, 1],
];
/** Complex numbers, real and imaginary parts apart. */
export interface Spectrum {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** The small copy that a veil was made from. */
export interface EchoCells {
  /** Side of one of its cells, in pixels. */
  readonly cell: number;
  /** Whether it was smoothed by 1, 2, 1 over 4, as the method `cast` does. */
  readonly smoothed: boolean;
}

/**
 * What each side tap adds to a photo's spectrum: an echo, as soft as the small copy and its enlargement make it. A
 * tap's spectrum is a product of one across and one down. Spectra are turned on their side, as transforms leave them.
 */
export class Echoes {
  readonly #width: number;
  readonly #height: number;
  readonly #across: readonly Spectrum[];
  readonly #down: readonly Spectrum[];

  constructor(width: number, height: number, cells: EchoCells) {
    this.#width = width;
    this.#height = height;
    this.#across = [-1, 0, 1].map(shift => echo(width, shift, cells));
    this.#down = [-1, 0, 1].map(shift => echo(height, shift, cells));
  }

  /** Writes 1 / H and gives the sum of ln |H|, where H = 1 + Σ taps · echoes. */
  invert(at: Float64Array, re: Float64Array, im: Float64Array): number {
    const [up, level, down] = this.#down as readonly [Spectrum, Spectrum, Spectrum];
    let sum = 0;
    for (let u = 0; u < this.#width; u++) {
      const [upRe, upIm] = this.#rowTaps(at, 0, u);
      const [levelRe, levelIm] = this.#rowTaps(at, 1, u);
      const [downRe, downIm] = this.#rowTaps(at, 2, u);
      for (let v = 0; v < this.#height; v++) {
        const [ar, ai] = [up.re[v] as number, up.im[v] as number];
        const br = level.re[v] as number;
        const [cr, ci] = [down.re[v] as number, down.im[v] as number];
        const hr = 1 + upRe * ar - upIm * ai + levelRe * br + downRe * cr - downIm * ci;
        const hi = upRe * ai + upIm * ar + levelIm * br + downRe * ci + downIm * cr;
        const power = Math.max(1e-6, hr * hr + hi * hi);
        sum += 0.5 * Math.log(power);
        re[u * this.#height + v] = hr / power;
        im[u * this.#height + v] = -hi / power;
      }
    }
    return sum;
  }

  /** What the taps of one row of a filter add up to at a frequency across. */
  #rowTaps(at: Float64Array, row: number, u: number): readonly [re: number, im: number] {
    let [re, im] = [0, 0];
    sideTaps.forEach(([down, across], tap) => {
      if (down + 1 !== row) return;
      const spectrum = this.#across[across + 1] as Spectrum;
      re += (at[tap] as number) * (spectrum.re[u] as number);
      im += (at[tap] as number) * (spectrum.im[u] as number);
    });
    return [re, im];
  }

  /** Adds the derivatives of the cost: of the residuals through `psi`, and of ln |H|. */
  slope(psi: Spectrum, photo: Spectrum, inverse: Spectrum, share: number, gradient: Float64Array): void {
    const size = this.#width * this.#height;
    const sums = new Float64Array(6);
    for (let u = 0; u < this.#width; u++) {
      sums.fill(0);
      for (let v = 0; v < this.#height; v++) {
        const i = u * this.#height + v;
        const [qr, qi] = [inverse.re[i] as number, inverse.im[i] as number];
        const [yr, yi] = [photo.re[i] as number, photo.im[i] as number];
        const [pr, pi] = [psi.re[i] as number, psi.im[i] as number];
        // conj(ψ) · photo / H², and 1 / H for the determinant.
        const zr = pr * yr + pi * yi;
        const zi = pr * yi - pi * yr;
        const wr = zr * qr - zi * qi;
        const wi = zr * qi + zi * qr;
        const tr = share * qr - (wr * qr - wi * qi) / size;
        const ti = share * qi - (wr * qi + wi * qr) / size;
        for (let row = 0; row < 3; row++) {
          const down = this.#down[row] as Spectrum;
          const dr = down.re[v] as number;
          const di = down.im[v] as number;
          sums[2 * row] = (sums[2 * row] as number) + tr * dr - ti * di;
          sums[2 * row + 1] = (sums[2 * row + 1] as number) + tr * di + ti * dr;
        }
      }
      sideTaps.forEach(([down, across], tap) => {
        const spectrum = this.#across[across + 1] as Spectrum;
        const re = (sums[2 * down + 2] as number) * (spectrum.re[u] as number);
        const im = (sums[2 * down + 3] as number) * (spectrum.im[u] as number);
        gradient[tap] = (gradient[tap] as number) + re - im;
      });
    }
  }
}

/**
 * Spectrum of a shift by two cells along one side, softened. Where a pixel is a cell, the area average of the
 * enlarged copy weighs three cells 1 : 6 : 1; where cells are larger, averaging over a cell and interpolating between
 * two make sinc³.
 */
function echo(length: number, shift: number, { cell, smoothed }: EchoCells): Spectrum {
  const frequency = (k: number) => (k < length / 2 ? k : k - length) / length;
  const soft = (f: number) => (smoothed ? 0.5 + 0.5 * Math.cos(2 * Math.PI * f * cell) : 1) * plain(f);
  const plain = (f: number) => {
    const x = Math.PI * f * cell;
    if (Math.abs(cell - 1) < 0.05) return 0.75 + 0.25 * Math.cos(2 * Math.PI * f);
    return x === 0 ? 1 : (Math.sin(x) / x) ** 3;
  };
  const angle = (f: number) => 2 * Math.PI * f * 2 * cell * shift;
  return {
    re: Float64Array.from({ length }, (_, k) => soft(frequency(k)) * Math.cos(angle(frequency(k)))),
    im: Float64Array.from({ length }, (_, k) => soft(frequency(k)) * Math.sin(angle(frequency(k)))),
  };
}
