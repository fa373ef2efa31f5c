import type { Plane } from '../../../core/picture/luminance.ts';
import { PlaneTransform, powerOfTwo } from '../../../core/picture/planeTransform.ts';
import { type EchoCells, Echoes, sideTaps } from './echoes.ts';
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
 * @param cells of the small copy, in pixels of `plane`: 1 where the photo was made smaller to that size
 */
export function fitSideTaps(plane: Plane, cells: EchoCells): Float64Array {
  const problem = new Problem(plane, cells);
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

  constructor(plane: Plane, cells: EchoCells) {
    const { width, height, values } = plane;
    // Room for echoes, so that they do not come round at the other side.
    const room = Math.ceil(12 * cells.cell);
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
    this.#echoes = new Echoes(transform.width, transform.height, cells);
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
