import { add, mul, sub } from '@tensorflow/tfjs-core';
import type { RegimeHooks } from '../regime.ts';
import { boxAround, maskOf } from './boxes.ts';
import { below } from './draws.ts';
import { plain } from './plain.ts';

/**
 * What covers a picture. The paper puts 0 where pictures were brought to mean 0; in pictures from 0 to 1 that is about
 * the middle, and exactly the middle is our choice.
 */
const grey = 0.5;

/**
 * DeVries and Taylor, "Improved Regularization of Convolutional Neural Networks with Cutout", arXiv 1708.04552, section
 * 3: a square of each picture is covered, its centre anywhere in the picture, so that a part of it may lie outside. On
 * CIFAR-10 the paper's square has 16 of 32 pixels (section 4.1): a share of 0.5.
 *
 * @param share side of the square as a part of the picture's, 0 to 1
 */
export function cutout(share: number, side: number): RegimeHooks {
  const first = plain(side);
  const hole = Math.round(share * side);
  return {
    batch(given, random) {
      const { images, targets } = first.batch(given, random);
      const boxes = Array.from({ length: images.shape[0] }, () =>
        boxAround(below(side, random), below(side, random), hole, hole, side),
      );
      const covered = maskOf(boxes, side);
      return { images: add(mul(images, sub(1, covered)), mul(covered, grey)), targets };
    },
  };
}
