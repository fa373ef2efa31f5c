import { areaAverage, type Plane, sidesAt } from '../../../core/picture/luminance.ts';
import { isWhole } from './crops.ts';
import { sideTaps } from './echoes.ts';
import { type KeyImprints, type Scores, scoreFilters } from './keyImprints.ts';
import { inverse } from './leastSquares.ts';
import { fitSideTaps } from './sparseFit.ts';

/**
 * Is it the owner's veil, when there is no original to compare with? The side taps that the photo itself speaks for
 * ({@link fitSideTaps}) are compared with every key's, in a measure that knows how far such estimates lie from the
 * truth on ordinary photos.
 *
 * How far it gets, at one false alarm in a hundred and any of three labels (`npm run bench -- --trace`): about 85 of 100
 * everyday photos of 1.4 MP, alone, after halving and JPEG 75; all groups of five. Of desktop backgrounds, which are mostly
 * blur, a quarter to a half alone and a third to two thirds of groups.
 *
 * What it cannot do: photos with little detail at the veil's size (mist, sky, shallow focus) say little, and one of them
 * alone is often not enough; several photos of one label add up. `cuda` filters are too narrow to be seen this way. A
 * cropped photo is tried at several scales, each of which gives decoys another chance, so that it takes more of a
 * mark; a crop to the very proportions of a protected photo is taken for a whole one and missed. Turned, mirrored or
 * redrawn photos are not recognised.
 */

/**
 * How estimates are wrong on photos without a veil of their own to add: means and covariances of (estimate − truth),
 * taps as shares of the centre tap, fitted to 120 photos of ImageNet (ten labels) of 224 px, veil size 160, strength 0.3,
 * and averaged over the symmetries of the square. They only matter to how often a photo is recognised: p-values are
 * right whatever stands here, since owner and decoys are measured alike.
 */
const error = {
  axisMean: 0.1,
  diagonalMean: -0.012,
  axisVariance: 46.1e-4,
  diagonalVariance: 16.5e-4,
  axisOpposite: 30.6e-4,
  axisTurned: 17.9e-4,
  diagonalOpposite: 7.3e-4,
  diagonalTurned: 3.5e-4,
  mixed: 1.3e-4,
} as const;

const taps = sideTaps.length;
const isAxis = (tap: number) => {
  const [row = 0, column = 0] = sideTaps[tap] ?? [];
  return row * column === 0;
};

const precision = precisionOfError();

/** Inverse of the covariance, 8 × 8 in rows. */
function precisionOfError(): Float64Array {
  const covariance = Float64Array.from({ length: taps * taps }, (_, i) => {
    const [a, b] = [Math.floor(i / taps), i % taps];
    if (isAxis(a) !== isAxis(b)) return error.mixed;
    const opposite = a + b === taps - 1;
    if (isAxis(a)) return a === b ? error.axisVariance : opposite ? error.axisOpposite : error.axisTurned;
    return a === b ? error.diagonalVariance : opposite ? error.diagonalOpposite : error.diagonalTurned;
  });
  return inverse(covariance, taps);
}

/** Shares of the photo's short side that a crop may have left, where it is not known to be whole. */
const cropScales = [1, 0.87, 0.75, 0.65, 0.55];
/** Cells that must be there across the short side. */
const leastCells = 48;

/** What the receipt says of the photos it may be. */
export interface KnownSizes {
  readonly veilSize: number;
  /** Whether the small copy was smoothed, as the method `cast` does. */
  readonly smoothed: boolean;
  /** Of the protected photos, in pixels. */
  readonly sizes: readonly { readonly width: number; readonly height: number }[];
}

/**
 * How well each filter explains the photo. Null where it is too small to say anything.
 *
 * @param found luminance of the whole found photo
 */
export function blindScores(found: Plane, known: KnownSizes, imprints: KeyImprints): Scores | null {
  let best: Scores | null = null;
  for (const scale of isWhole(found, known.sizes) ? [1] : cropScales) {
    const scores = scoresAt(found, known.veilSize * scale, known.smoothed, imprints);
    if (scores === null) continue;
    if (best === null) best = scores;
    else for (let i = 0; i < best.length; i++) best[i] = Math.max(best[i] as number, scores[i] as number);
  }
  return best;
}

/** @param cells of the veil's small copy across the found photo's short side */
function scoresAt(found: Plane, cells: number, smoothed: boolean, imprints: KeyImprints): Scores | null {
  const short = Math.min(found.width, found.height);
  const side = Math.round(Math.min(short, cells));
  if (side < leastCells || side < cells / 2) return null;
  const sides = sidesAt(found.width, found.height, side);
  const fitted = fitSideTaps(areaAverage(found, sides.width, sides.height), { cell: side / cells, smoothed });
  return scoreFilters(imprints, weights => logLikelihood(fitted, weights));
}

/** How likely it is that these taps are what is estimated where the filter is this one (3 × 3 weights). */
function logLikelihood(fitted: Float64Array, weights: Float64Array): number {
  const apart = fitted.map((estimate, tap) => {
    const [row = 0, column = 0] = sideTaps[tap] ?? [];
    const share = (weights[(row + 1) * 3 + column + 1] as number) / (weights[4] as number);
    return estimate - share - (isAxis(tap) ? error.axisMean : error.diagonalMean);
  });
  let sum = 0;
  for (let a = 0; a < taps; a++) {
    for (let b = 0; b < taps; b++)
      sum += (apart[a] as number) * (precision[a * taps + b] as number) * (apart[b] as number);
  }
  return -sum / 2;
}
