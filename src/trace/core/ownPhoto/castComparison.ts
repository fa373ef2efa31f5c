import { castLength, waves } from '../../../core/cast/cast.ts';
import { factorise, solve } from '../../../core/cholesky.ts';
import { type Colours, coloursAt } from './colours.ts';
import type { Compared } from './comparison.ts';
import { scoreCasts } from './keyImprints.ts';
import { inverse, products, withoutNuisances } from './leastSquares.ts';
import { laidUnder, type Placement, slopes } from './placement.ts';
import { frameIn, waveColumns } from './waves.ts';

/**
 * Tests a found photo's slow colours against those of its original. Each colour of the found photo is explained by the
 * three of the original, as brightness, contrast and white balance would change them, by what a placement may have got
 * wrong, and by the seven waves of a cast. What the waves explain beyond the rest is 21 numbers of known accuracy; after
 * that a key costs no look at a pixel.
 */

/** Short side of the grid in cells; the shortest wave has two thirds of it. */
const gridSide = 48;
/** Cells that share one fresh piece of noise: what a veil and JPEG leave is alike in neighbours. Only matters to pooling. */
const cellsAPiece = 16;
/** Levels, squared: what rounding leaves of two pictures that are otherwise the same. */
const leastVariance = 0.01;

const n = waves.length;
const channels = castLength / n;

/** Both photos whole; the original with its size in pixels. */
export interface CastPair {
  readonly found: Colours;
  readonly original: { readonly width: number; readonly height: number; readonly colours: Colours };
  readonly placement: Placement;
}

/**
 * @param level of the receipt, in levels of 255
 * @param casts of all keys and labels, 21 numbers each
 */
export function compareCasts(pair: CastPair, level: number, casts: Float64Array): Compared {
  const scoreOf = likelihoodOf(pair);
  // No cast at all is the likelihood's zero.
  return { scores: scoreCasts(casts, cast => scoreOf(cast, level)), unfiltered: 0 };
}

/** The logarithm of the likelihood of a cast at a level, over that of none. */
function likelihoodOf({
  found,
  original,
  placement,
}: CastPair): (cast: Float64Array, level: number) => number {
  const grid = coloursAt(found, gridSide);
  const { width, height } = grid[0];
  const cells = width * height;
  const targets = grid.map(({ values }) => Float64Array.from(values));
  const columns = waveColumns(frameIn(original, placement, width, height));
  const nuisances = [
    ...original.colours.map(plane => Float64Array.from(laidUnder(plane, placement, width, height).values)),
    ...slopes(grid[1]),
    new Float64Array(cells).fill(1),
  ];
  const all = [...targets, ...columns, ...nuisances];
  const left = withoutNuisances(products(all), all.length, nuisances.length);
  const side = channels + n;
  const along = block(left, side, { row: channels, column: 0 }, n, channels);
  const between = block(left, side, { row: channels, column: channels }, n, n);
  const precision = noisePrecision(block(left, side, { row: 0, column: 0 }, channels, channels), {
    along,
    between,
    cells,
  });
  return (cast, level) => {
    let sum = 0;
    for (let a = 0; a < n; a++) {
      for (let c = 0; c < channels; c++) {
        for (let d = 0; d < channels; d++) {
          const weight = (precision[c * channels + d] as number) * level * (cast[a * channels + c] as number);
          let reach = along[a * channels + d] as number;
          for (let b = 0; b < n; b++) {
            reach -= 0.5 * level * (between[a * n + b] as number) * (cast[b * channels + d] as number);
          }
          sum += weight * reach;
        }
      }
    }
    return sum / cellsAPiece;
  };
}

/** Part of a matrix in rows. */
function block(
  matrix: Float64Array,
  side: number,
  from: { readonly row: number; readonly column: number },
  rows: number,
  columns: number,
): Float64Array {
  return Float64Array.from({ length: rows * columns }, (_, i) => {
    const [row, column] = [from.row + Math.floor(i / columns), from.column + (i % columns)];
    return matrix[row * side + column] as number;
  });
}

interface Explained {
  readonly along: Float64Array;
  readonly between: Float64Array;
  readonly cells: number;
}

/** The inverse covariance, 3 × 3, of what neither nuisances nor waves explain of the three colours. */
function noisePrecision(target: Float64Array, { along, between, cells }: Explained): Float64Array {
  const factor = between.slice();
  for (let a = 0; a < n; a++) factor[a * n + a] = (factor[a * n + a] as number) * (1 + 1e-9) + 1e-9;
  if (!factorise(factor, n)) throw new RangeError('waves that are no numbers');
  const covariance = target.slice();
  for (let d = 0; d < channels; d++) {
    const share = Float64Array.from({ length: n }, (_, a) => along[a * channels + d] as number);
    solve(factor, n, share);
    for (let c = 0; c < channels; c++) {
      for (let a = 0; a < n; a++) {
        covariance[c * channels + d] =
          (covariance[c * channels + d] as number) -
          (along[a * channels + c] as number) * (share[a] as number);
      }
    }
  }
  for (let i = 0; i < covariance.length; i++) covariance[i] = (covariance[i] as number) / cells;
  for (let c = 0; c < channels; c++) {
    covariance[c * channels + c] = (covariance[c * channels + c] as number) + leastVariance;
  }
  return inverse(covariance, channels);
}
