import { castLength, waves } from '../../../core/cast/cast.ts';
import { fitCast } from './castFit.ts';
import { type Colours, coloursAt } from './colours.ts';
import { placesIn } from './crops.ts';
import { type Scores, scoreCasts } from './keyImprints.ts';
import { frameIn } from './waves.ts';

/**
 * Is it the owner's cast, when there is no original to compare with? The cast that the photo itself speaks for
 * ({@link fitCast}) is compared with every key's, in a measure that knows how far such fits lie from the truth on
 * ordinary photos: little in differences between colours, much in brightness.
 */

/** Short side of the grid in cells; the shortest wave has two thirds of it. */
const gridSide = 32;
/** With fewer pixels across, too little is seen. */
const leastSide = 24;

const n = waves.length;
const channels = castLength / n;

/** Colours as brightness and two differences, all of length 1: photos vary far more in the first. */
const opponents = [
  [1 / Math.sqrt(3), 1 / Math.sqrt(3), 1 / Math.sqrt(3)],
  [1 / Math.sqrt(2), 0, -1 / Math.sqrt(2)],
  [1 / Math.sqrt(6), -2 / Math.sqrt(6), 1 / Math.sqrt(6)],
] as const;

/**
 * Means and standard deviations of the fit on photos without a cast, wave by wave, in the opponents' order, in levels of
 * 255: of 500 photos of CIFAR-10. Skies are bright and blue, and above. They only matter to how often a photo is
 * recognised: p-values are right whatever stands here, since owner and decoys are measured alike.
 */
const errorMeans = [
  [-0.7, -1.2, -0.7],
  [10.4, -2.5, 0.2],
  [-1.5, 0.3, 0.1],
  [1.7, -1.4, -0.8],
  [0, 0.6, 0.5],
  [-1.4, -0.2, 0.1],
  [0.3, -0.1, 0],
].flat();
const errorDeviations = [
  [12.9, 4.3, 1.9],
  [30.4, 9.5, 3.6],
  [9, 2.4, 1],
  [17.5, 5.6, 2.5],
  [8.8, 2.9, 1.4],
  [9.9, 3, 1.5],
  [6.1, 1.8, 0.9],
].flat();

interface Size {
  readonly width: number;
  readonly height: number;
}

/** What is known of the photos that it may be. */
export interface KnownCast {
  /** In levels of 255. */
  readonly level: number;
  /** Of the protected photos, in pixels. */
  readonly sizes: readonly Size[];
}

/**
 * How well each cast explains the photo. Null where it is too small to say anything.
 *
 * @param found the small copy of the whole found photo
 * @param size of the found photo in pixels
 * @param casts of all keys and labels, 21 numbers each
 */
export function blindCastScores(
  found: Colours,
  size: Size,
  { level, sizes }: KnownCast,
  casts: Float64Array,
): Scores | null {
  if (Math.min(size.width, size.height) < leastSide) return null;
  const grid = coloursAt(found, gridSide);
  const wanted = turned(casts, level);
  let best: Scores | null = null;
  for (const { original, placement } of placesIn(size, sizes)) {
    const frame = frameIn(original, placement, grid[0].width, grid[0].height);
    const fitted = turned(fitCast(grid, frame), 1);
    const scores = scoreCasts(wanted, cast => logLikelihood(fitted, cast));
    if (best === null) best = scores;
    else for (let i = 0; i < best.length; i++) best[i] = Math.max(best[i] as number, scores[i] as number);
  }
  return best;
}

/** Casts' numbers as brightness and differences, times a level. */
function turned(casts: Float64Array, level: number): Float64Array {
  return casts.map((_, i) => {
    const opponent = opponents[i % channels] ?? [];
    const from = i - (i % channels);
    return level * opponent.reduce((sum, share, c) => sum + share * (casts[from + c] as number), 0);
  });
}

/** How likely it is that this is what is fitted where the cast is that one. */
function logLikelihood(fitted: Float64Array, cast: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < castLength; i++) {
    const apart = (fitted[i] as number) - (cast[i] as number) - (errorMeans[i] as number);
    sum += (apart / (errorDeviations[i] as number)) ** 2;
  }
  return -sum / 2;
}
