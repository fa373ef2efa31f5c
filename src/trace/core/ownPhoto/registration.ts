import { areaAverage, type Plane, sidesAt } from '../../../core/picture/luminance.ts';
import { fitToFirst, products } from './leastSquares.ts';
import { corrected, laidUnder, type Placement, slopes, wholeFrame } from './placement.ts';

/**
 * Where in an original a found photo lies, whatever it was resized, cropped and compressed to: normalised correlation
 * of small copies over all scales and places (J. P. Lewis, "Fast normalized cross-correlation", 1995), then
 * Gauss–Newton steps on finer copies (B. D. Lucas and T. Kanade, "An iterative image registration technique", 1981).
 * Neither looks at filters, so it favours no key. Not for photos that were turned, mirrored or bent.
 */
export interface Registration {
  readonly placement: Placement;
  /** Correlation of the two where they lie over each other, −1 to 1. */
  readonly likeness: number;
}

/** Short side of the original's smallest copy, in pixels. */
const coarseSide = 28;
/** A crop must have this much of the original's sides. */
const smallestPart = 0.35;
const scaleStep = 0.96;
const fineSides = [48, 96, 192];
const stepsASide = 5;

/** The best place for the found photo in an original, by small copies alone. */
export function coarseRegistration(found: Plane, original: Plane): Registration {
  const sides = sidesAt(original.width, original.height, coarseSide);
  const small = areaAverage(original, sides.width, sides.height);
  // As wide as fits, and from there smaller and smaller.
  const widest = Math.min(small.width, (small.height * found.width) / found.height);
  const sums = new Sums(small);
  let best: Registration = { placement: placed(small, 0, 0, small.width, small.height), likeness: -1 };
  for (let wide = widest; wide >= smallestPart * small.width; wide *= scaleStep) {
    const width = Math.min(small.width, Math.round(wide));
    const height = Math.min(small.height, Math.round((wide * found.height) / found.width));
    if (width < 6 || height < 6 || width > found.width || height > found.height) continue;
    const template = centred(areaAverage(found, width, height));
    for (let y = 0; y + height <= small.height; y++) {
      for (let x = 0; x + width <= small.width; x++) {
        const likeness = sums.likeness(template, x, y);
        if (likeness > best.likeness) best = { placement: placed(small, x, y, width, height), likeness };
      }
    }
  }
  return best;
}

/** Makes a placement finer, from small copies to larger ones. */
export function refined(found: Plane, original: Plane, from: Placement): Registration {
  let placement = from;
  const short = Math.min(found.width, found.height);
  for (const side of fineSides) {
    if (side > short && side !== fineSides[0]) break;
    const sides = sidesAt(found.width, found.height, side);
    const grid = areaAverage(found, sides.width, sides.height);
    const shape = {
      target: Float64Array.from(grid.values),
      ones: new Float64Array(grid.values.length).fill(1),
    };
    const wrong = slopes(grid);
    for (let step = 0; step < stepsASide; step++) {
      const under = laidUnder(original, placement, grid.width, grid.height);
      const columns = [shape.target, ...wrong, Float64Array.from(under.values), shape.ones];
      const shares = fitToFirst(products(columns), columns.length);
      placement = corrected(placement, [...shares.subarray(0, 4)]);
    }
  }
  return { placement, likeness: likeness(found, original, placement) };
}

/** As much less likeness is put up with where a photo has its original's size: the filters themselves take some. */
const sameSizeAllowance = 0.05;

/**
 * Where a found photo lies in its original, as exactly as can be told. One that has the original's size lies over it
 * whole, unless that is clearly wrong: on soft pictures many places look alike, and a filter pulls at all of them.
 */
export function settled(found: Plane, original: Plane, from: Placement): Registration {
  const fine = refined(found, original, from);
  if (found.width !== original.width || found.height !== original.height) return fine;
  const whole = likeness(found, original, wholeFrame);
  return whole >= fine.likeness - sameSizeAllowance ? { placement: wholeFrame, likeness: whole } : fine;
}

/** Correlation of a found photo with what a placement puts under it. */
function likeness(found: Plane, original: Plane, placement: Placement): number {
  const sides = sidesAt(found.width, found.height, fineSides[1] ?? 96);
  const grid = areaAverage(found, sides.width, sides.height);
  const under = laidUnder(original, placement, grid.width, grid.height);
  return new Sums(under).likeness(centred(grid), 0, 0);
}

interface Template extends Plane {
  /** Root of the sum of squares; the mean is 0. */
  readonly norm: number;
}

function centred({ width, height, values }: Plane): Template {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const apart = values.map(value => value - mean);
  return {
    width,
    height,
    values: apart,
    norm: Math.sqrt(apart.reduce((sum, value) => sum + value * value, 0)),
  };
}

/** A plane with the sums over all rectangles that begin in its corner, from which those of any other follow. */
class Sums {
  readonly #plane: Plane;
  readonly #stride: number;
  readonly #values: Float64Array;
  readonly #squares: Float64Array;

  constructor(plane: Plane) {
    this.#plane = plane;
    this.#stride = plane.width + 1;
    this.#values = new Float64Array(this.#stride * (plane.height + 1));
    this.#squares = new Float64Array(this.#values.length);
    for (let y = 0; y < plane.height; y++) {
      let [row, squares] = [0, 0];
      for (let x = 0; x < plane.width; x++) {
        const value = plane.values[y * plane.width + x] as number;
        row += value;
        squares += value * value;
        const at = (y + 1) * this.#stride + x + 1;
        this.#values[at] = (this.#values[at - this.#stride] as number) + row;
        this.#squares[at] = (this.#squares[at - this.#stride] as number) + squares;
      }
    }
  }

  /** Correlation of a template with the part of the plane that begins at a pixel; 0 where either is flat. */
  likeness({ width, height, values, norm }: Template, left: number, top: number): number {
    const { width: across, values: own } = this.#plane;
    const n = width * height;
    const sum = this.#over(this.#values, left, top, width, height);
    const spread = this.#over(this.#squares, left, top, width, height) - sum ** 2 / n;
    if (norm ** 2 < 1e-3 * n || spread < 1e-3 * n) return 0;
    let both = 0;
    for (let y = 0; y < height; y++) {
      const from = (top + y) * across + left;
      const at = y * width;
      for (let x = 0; x < width; x++) both += (values[at + x] as number) * (own[from + x] as number);
    }
    return both / (norm * Math.sqrt(spread));
  }

  #over(sums: Float64Array, left: number, top: number, width: number, height: number): number {
    const above = top * this.#stride + left;
    const below = above + height * this.#stride;
    return (
      (sums[below + width] as number) -
      (sums[below] as number) -
      (sums[above + width] as number) +
      (sums[above] as number)
    );
  }
}

function placed(plane: Plane, x: number, y: number, width: number, height: number): Placement {
  return {
    x: { offset: x / plane.width, scale: width / plane.width },
    y: { offset: y / plane.height, scale: height / plane.height },
  };
}
