import type { Plane } from '../luminance.ts';
import { PlaneTransform, powerOfTwo } from './fourier.ts';
import { minimise } from './minimise.ts';

/**
 * Which veil lies on a photo, from the photo alone. The differences between neighbouring pixels of a natural picture
 * are sparse: mostly next to nothing, and large along edges (B. A. Olshausen and D. J. Field, "Emergence of
 * simple-cell receptive field properties by learning a sparse code for natural images", 1996). A veil adds eight soft
 * echoes of every edge. So of all veils that the photo could have, the likeliest is the one whose removal makes
 * the differences sparsest: maximum likelihood under a hyper-Laplacian (D. Krishnan and R. Fergus, "Fast image
 * deconvolution using hyper-Laplacian priors", 2009), over the eight side taps as shares of the centre tap.
 *
 * Powers alone, as in a cepstrum, tell opposite taps only together; a likelihood that is not Gaussian tells each.
 */

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
const taps = sideTaps.length;

/** The hyper-Laplacian's exponent is a half, so that its powers are square roots of square roots. */
const exponent = 0.5;
/** Differences below this part of their median count as nothing: noise, rounding, what JPEG left. */
const quiet = 0.5;
/** Levels, squared: so that flat pictures divide by something. */
const leastQuiet = 1e-3;
const start = 0.12;
const bounds = [-0.1, 0.5] as const;
const mostSteps = 20;

/**
 * The side taps that fit best, {@link sideTaps} in order, as shares of the centre tap.
 *
 * @param plane a photo at about the size of the veil's small copy
 * @param cell side of a cell of the small copy, in pixels of `plane`: 1 where the photo was made smaller to that size
 */
export function fitSideTaps(plane: Plane, cell: number): Float64Array {
  const problem = new Problem(plane, cell);
  return minimise((at, gradient) => problem.cost(at, gradient), new Float64Array(taps).fill(start), {
    least: bounds[0],
    most: bounds[1],
    steps: mostSteps,
    // Costs are sums over pixels, and their curvature grows alike.
    scale: 0.5 / (plane.width * plane.height),
  });
}

/** Minus the log likelihood of side taps, up to what does not depend on them. */
class Problem {
  readonly #transform: PlaneTransform;
  readonly #photo: Plane;
  readonly #pixels: number;
  readonly #quiet: number;
  /** Spectrum of both differences: the one across as real, the one down as imaginary part. */
  readonly #re: Float64Array;
  readonly #im: Float64Array;
  readonly #echoes: Echoes;
  readonly #scratch: readonly [Float64Array, Float64Array, Float64Array, Float64Array];

  constructor(plane: Plane, cell: number) {
    const { width, height, values } = plane;
    // Room for echoes, so that they do not come round at the other side.
    const room = Math.ceil(12 * cell);
    const transform = new PlaneTransform(powerOfTwo(width + room), powerOfTwo(height + room));
    const size = transform.width * transform.height;
    const re = new Float64Array(size);
    const im = new Float64Array(size);
    const magnitudes: number[] = [];
    for (let y = 0; y + 1 < height; y++) {
      for (let x = 0; x + 1 < width; x++) {
        const i = y * width + x;
        const here = values[i] as number;
        const across = (values[i + 1] as number) - here;
        const down = (values[i + width] as number) - here;
        re[y * transform.width + x] = across;
        im[y * transform.width + x] = down;
        magnitudes.push(Math.abs(across), Math.abs(down));
      }
    }
    const sorted = Float64Array.from(magnitudes).sort();
    const median = sorted[sorted.length >> 1] ?? 0;
    this.#quiet = Math.max(leastQuiet, (quiet * median) ** 2);
    this.#photo = plane;
    this.#pixels = width * height;
    this.#transform = transform;
    transform.forward(re, im);
    this.#re = re;
    this.#im = im;
    this.#echoes = new Echoes(transform.width, transform.height, cell);
    this.#scratch = [
      new Float64Array(size),
      new Float64Array(size),
      new Float64Array(size),
      new Float64Array(size),
    ];
  }

  cost(at: Float64Array, gradient: Float64Array): number {
    const [re, im, inverseRe, inverseIm] = this.#scratch;
    const share = (2 * this.#pixels) / re.length;
    gradient.fill(0);
    let cost = share * this.#echoes.invert(at, inverseRe, inverseIm);
    multiply(this.#re, this.#im, inverseRe, inverseIm, re, im);
    this.#transform.inverse(re, im);
    cost += this.#sparseness(re) + this.#sparseness(im);
    this.#transform.forward(re, im);
    this.#echoes.slope(
      { re, im },
      { re: this.#re, im: this.#im },
      { re: inverseRe, im: inverseIm },
      share,
      gradient,
    );
    return cost;
  }

  /** The cost of one of the differences, which its derivative then takes the place of; outside the photo it is 0. */
  #sparseness(r: Float64Array): number {
    const { width, height } = this.#photo;
    const stride = this.#transform.width;
    const quiet = this.#quiet;
    let total = 0;
    for (let y = 0; y < height; y++) {
      for (let i = y * stride; i < y * stride + width; i++) {
        const value = r[i] as number;
        total += Math.sqrt(Math.sqrt(value * value + quiet));
      }
    }
    const factor = this.#pixels / total;
    for (let y = 0; y < height; y++) {
      for (let i = y * stride; i < y * stride + width; i++) {
        const value = r[i] as number;
        const power = value * value + quiet;
        r[i] = (factor * value * Math.sqrt(Math.sqrt(power))) / power;
      }
      r.fill(0, y * stride + width, (y + 1) * stride);
    }
    r.fill(0, height * stride);
    return (this.#pixels / exponent) * Math.log(total / this.#pixels);
  }
}

interface Spectrum {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/**
 * What each side tap adds to a photo's spectrum: an echo, as soft as the small copy and its enlargement make it. A
 * tap's spectrum is a product of one across and one down. Spectra are turned on their side, as transforms leave them.
 */
class Echoes {
  readonly #width: number;
  readonly #height: number;
  readonly #across: readonly Spectrum[];
  readonly #down: readonly Spectrum[];

  constructor(width: number, height: number, cell: number) {
    this.#width = width;
    this.#height = height;
    this.#across = [-1, 0, 1].map(shift => echo(width, shift, cell));
    this.#down = [-1, 0, 1].map(shift => echo(height, shift, cell));
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
function echo(length: number, shift: number, cell: number): Spectrum {
  const frequency = (k: number) => (k < length / 2 ? k : k - length) / length;
  const soft = (f: number) => {
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

function multiply(
  aRe: Float64Array,
  aIm: Float64Array,
  bRe: Float64Array,
  bIm: Float64Array,
  re: Float64Array,
  im: Float64Array,
): void {
  for (let i = 0; i < re.length; i++) {
    const [ar, ai] = [aRe[i] as number, aIm[i] as number];
    const [br, bi] = [bRe[i] as number, bIm[i] as number];
    re[i] = ar * br - ai * bi;
    im[i] = ar * bi + ai * br;
  }
}
