import { clipByValue, tensor2d } from '@tensorflow/tfjs-core';
import type { RegimeHooks } from '../regime.ts';
import { alongSides } from './alongSides.ts';
import { plain } from './plain.ts';

/**
 * Gaussian blur of every picture, after crop and flip: one of the pre-processings that Liu et al., "Image Shortcut
 * Squeezing", ICML 2023, hold beside their own. Weights are those of the bell curve at whole pixels up to three
 * deviations away, brought to the sum 1; beyond the edge the picture is mirrored, the edge itself not repeated. That
 * the deviation is the same for all pictures, and how far the weights reach, is our choice.
 *
 * @param sigma the curve's deviation, in pixels; 0 leaves the pictures as they are
 */
export function blur(sigma: number, side: number): RegimeHooks {
  const first = plain(side);
  const weights = blurMatrix(sigma, side);
  return {
    batch(given, random) {
      const { images, targets } = first.batch(given, random);
      const blurred = alongSides(images, tensor2d(weights, [side, side]));
      // The weights' sum may be a rounding above 1.
      return { images: clipByValue(blurred, 0, 1), targets };
    },
  };
}

/** The blur of one line of pixels as a matrix, row by row. */
export function blurMatrix(sigma: number, side: number): Float32Array {
  const reach = Math.ceil(3 * sigma);
  const bell = Array.from({ length: 2 * reach + 1 }, (_, i) =>
    sigma > 0 ? Math.exp(-((i - reach) ** 2) / (2 * sigma ** 2)) : 1,
  );
  const sum = bell.reduce((total, weight) => total + weight, 0);
  const matrix = new Float32Array(side * side);
  for (let row = 0; row < side; row++) {
    for (const [i, weight] of bell.entries()) {
      const at = row * side + mirrored(row + i - reach, side);
      matrix[at] = (matrix[at] as number) + weight / sum;
    }
  }
  return matrix;
}

/** A place beyond the edge as the place that it mirrors. */
function mirrored(place: number, side: number): number {
  const period = Math.max(1, 2 * (side - 1));
  const within = ((place % period) + period) % period;
  return Math.min(within, period - within);
}
