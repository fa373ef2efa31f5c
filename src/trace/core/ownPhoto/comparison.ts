import { areaAverage, type Plane, sidesAt } from '../../../core/picture/luminance.ts';
import type { CudaSettings, VeilSettings } from '../../../core/settings.ts';
import { mapPlane, smoothAxis } from '../restoreAxis.ts';
import { type KeyImprints, type Scores, scoreFilters } from './keyImprints.ts';
import { fitToFirst, products, withoutNuisances } from './leastSquares.ts';
import {
  corrected,
  laidUnder,
  levelled,
  type Placement,
  positions,
  sampled,
  slopes,
  wholeFrame,
} from './placement.ts';
import { frameIn, waveColumns } from './waves.ts';

/**
 * Tests a found photo against its original. Whatever the filter, a protected photo is a weighted sum of a few pictures:
 * the original and, for each side tap, a shifted copy. Those are made once; after that a key is no more than a few
 * weights and costs no look at a pixel. What a key's weights predict is correlated with the found photo, once brightness
 * and what a placement or a resize may have got wrong are projected out of both.
 */
export interface Compared {
  readonly scores: Scores;
  /** How well the original explains the found photo with no filter at all, in the same measure. */
  readonly unfiltered: number;
}

/** A veil, by whichever method. Under that of casts, the waves are projected out: they are tested elsewhere. */
type Veiling = Pick<VeilSettings, 'veilSize'> & { readonly method: 'veil' | 'cast' };
export type Filtering = Veiling | CudaSettings;

/** Pixels of the grid that the two are compared on, along its short side. */
const mostSide = 384;
/** Pixels for each cell of the small copy. */
const perCell = 2;
const alignSteps = 4;
/** Pixels that share one fresh piece of noise: neighbours are alike in a JPEG. Only matters to pooling. */
const pixelsAPiece = 16;

/** @param found and `original`: luminance of the whole photos */
export function compare(
  found: Plane,
  original: Plane,
  placement: Placement,
  settings: Filtering,
  imprints: KeyImprints,
): Compared {
  const pictures =
    settings.method === 'cuda'
      ? cudaPictures(found, original, placement, settings.kernelSize)
      : veilPictures(found, original, placement, settings);
  const { target, taps, nuisances } = pictures;
  const columns = [target, ...taps, ...nuisances];
  const left = withoutNuisances(products(columns), columns.length, nuisances.length);
  const pieces = target.length / pixelsAPiece;
  const score = (weights: ArrayLike<number>) => -0.5 * pieces * Math.log(unexplained(left, weights));
  const bare = Float64Array.from({ length: taps.length }, (_, tap) => (tap === taps.length >> 1 ? 1 : 0));
  return { scores: scoreFilters(imprints, score), unfiltered: score(bare) };
}

/** The share of the found photo's variance that weights leave unexplained, above 0 to 1. */
function unexplained(left: Float64Array, weights: ArrayLike<number>): number {
  const n = weights.length + 1;
  let along = 0;
  let own = 0;
  for (let a = 0; a < weights.length; a++) {
    const weight = weights[a] as number;
    along += weight * (left[a + 1] as number);
    const row = (a + 1) * n + 1;
    let sum = 0;
    for (let b = 0; b < weights.length; b++) sum += (left[row + b] as number) * (weights[b] as number);
    own += weight * sum;
  }
  const all = left[0] as number;
  if (!(along > 0 && own > 0 && all > 0)) return 1;
  return Math.max(1e-9, 1 - along ** 2 / (own * all));
}

/** All of one length. */
interface Pictures {
  readonly target: Float64Array;
  /** One for each tap of a filter, in rows. */
  readonly taps: readonly Float64Array[];
  readonly nuisances: readonly Float64Array[];
}

/** The placement is made finer on the way, together with the veil, whose one-sidedness looks like a shift without it. */
function veilPictures(found: Plane, original: Plane, from: Placement, settings: Veiling): Pictures {
  const smallSides = sidesAt(original.width, original.height, settings.veilSize);
  const average = areaAverage(original, smallSides.width, smallSides.height);
  const small = settings.method === 'cast' ? smoothed(average) : average;
  const cells = Math.min(small.width * from.x.scale, small.height * from.y.scale);
  const sides = sidesAt(
    found.width,
    found.height,
    Math.min(mostSide, Math.max(16, Math.ceil(perCell * cells))),
  );
  const grid = areaAverage(found, sides.width, sides.height);
  const target = Float64Array.from(grid.values);
  const wrong = slopes(grid);
  const ones = new Float64Array(target.length).fill(1);
  let placement = from;
  for (let step = 0; ; step++) {
    const taps = veilTaps(original, small, placement, grid);
    const waves =
      settings.method === 'cast' ? waveColumns(frameIn(original, placement, grid.width, grid.height)) : [];
    const nuisances = [...wrong, ones, bend(taps[4] as Float64Array, grid.width), ...waves];
    if (step === alignSteps) return { target, taps, nuisances };
    const columns = [target, ...nuisances, ...taps];
    const shares = fitToFirst(products(columns), columns.length);
    placement = corrected(placement, [...shares.subarray(0, 4)]);
  }
}

function veilTaps(original: Plane, small: Plane, placement: Placement, grid: Plane): Float64Array[] {
  // Where a pixel of the grid covers more than half a cell, the mean over it is taken from several points.
  const points = Math.min(4, Math.max(1, Math.ceil((1.5 * small.width * placement.x.scale) / grid.width)));
  const columns = positions(placement.x, grid.width * points, small.width);
  const rows = positions(placement.y, grid.height * points, small.height);
  const inside = (at: number, side: number) => Math.min(side - 1, Math.max(0, at));
  return Array.from({ length: 9 }, (_, tap) => {
    if (tap === 4) {
      return Float64Array.from(laidUnder(original, placement, grid.width, grid.height).values);
    }
    const [down, across] = [2 * (Math.floor(tap / 3) - 1), 2 * ((tap % 3) - 1)];
    const moved = sampled(
      small,
      columns.map(at => inside(at, small.width) + across),
      rows.map(at => inside(at, small.height) + down),
    );
    return Float64Array.from(areaAverage(moved, grid.width, grid.height).values);
  });
}

/** As the method `cast` smooths the small copy (docs/method.md). */
function smoothed({ width, height, values }: Plane): Plane {
  const soft = new Float32Array(values.length);
  mapPlane(smoothAxis(width), smoothAxis(height), values, soft);
  return { width, height, values: soft };
}

/** Second differences: what sharpening and softening add. */
function bend(values: Float64Array, width: number): Float64Array {
  return values.map((value, i) => {
    const x = i % width;
    const left = x > 0 ? (values[i - 1] as number) : value;
    const right = x + 1 < width ? (values[i + 1] as number) : value;
    return left + right + (values[i - width] ?? value) + (values[i + width] ?? value) - 4 * value;
  });
}

/** Products of taps grow with the fourth power of the kernel size: larger ones see a smaller part of the photo. */
const productsAllowed = 4e8;
/** A placement this close to the whole frame is taken for it. */
const nearlyWhole = 0.02;

/**
 * Taps lie one pixel of the original apart, so the shift that a registration finds cannot be told from a filter whose
 * centre tap lies aside. Photos that were only resized are known to be the whole frame; on cropped ones `cuda` is
 * seldom recognised.
 */
function cudaPictures(found: Plane, original: Plane, from: Placement, kernelSize: number): Pictures {
  const near = (a: number, b: number) => Math.abs(a - b) < nearlyWhole;
  const { x, y } = from;
  const whole = near(x.offset, 0) && near(x.scale, 1) && near(y.offset, 0) && near(y.scale, 1);
  const placement = whole ? wholeFrame : from;
  const side = Math.min(512, Math.floor(Math.sqrt(productsAllowed) / kernelSize ** 2));
  // Not the border, where the filter took what lies outside for black.
  const width = Math.max(1, Math.min(found.width - 2 * kernelSize, side));
  const height = Math.max(1, Math.min(found.height - 2 * kernelSize, side));
  const left = (found.width - width) >> 1;
  const top = (found.height - height) >> 1;
  const part = (all: Float64Array, start: number, length: number) => all.slice(start, start + length);
  const level = levelled(original, placement, found.width, found.height);
  const columns = part(positions(placement.x, found.width, level.width), left, width);
  const rows = part(positions(placement.y, found.height, level.height), top, height);
  const across = level.width / original.width;
  const down = level.height / original.height;
  const reach = (kernelSize - 1) / 2;
  const taps = Array.from({ length: kernelSize ** 2 }, (_, tap) => {
    const [m, n] = [Math.floor(tap / kernelSize) - reach, (tap % kernelSize) - reach];
    const moved = sampled(
      level,
      columns.map(at => at + n * across),
      rows.map(at => at + m * down),
    );
    return Float64Array.from(moved.values);
  });
  const target = Float64Array.from({ length: width * height }, (_, i) => {
    return found.values[(top + Math.floor(i / width)) * found.width + left + (i % width)] as number;
  });
  return { target, taps, nuisances: [new Float64Array(target.length).fill(1)] };
}
