import {
  add,
  clipByValue,
  gather,
  mul,
  reshape,
  type Tensor4D,
  tensor1d,
  tensor2d,
} from '@tensorflow/tfjs-core';
import type { Random, RegimeHooks } from '../regime.ts';
import { plain } from './plain.ts';

/** Of the pictures that the paper's number is for (CIFAR). */
const paperSide = 32;

/**
 * COIN: Wang et al., "Corrupting Convolution-based Unlearnable Datasets with Pixel-based Image Transformations", arXiv
 * 2311.18403 (AAAI 2025 as "Detecting and Corrupting Convolution-based Unlearnable Examples"). After crop and flip every
 * pixel is taken from a place shifted by (dx, dy), both drawn evenly from −reach to reach for each pixel by itself and
 * the same for its three colours, by linear interpolation between the four pixels around; beyond an edge the picture
 * goes on at the opposite one. The paper's α, our reach, is 2.0. Its program rounds the result down to whole bytes and
 * wraps with a period of side − 1 (scipy's `wrap`); here values stay as they are and the period is the side.
 *
 * @param reach farthest shift, in pixels of a picture of 32; at other sizes as far for its picture
 */
export function coin(reach: number, side: number): RegimeHooks {
  const first = plain(side);
  const far = (reach * side) / paperSide;
  return {
    batch(given, random) {
      const { images, targets } = first.batch(given, random);
      return { images: shifted(images, far, random), targets };
    },
  };
}

/** @param images n × height × width × channels */
export function shifted(images: Tensor4D, reach: number, random: Random): Tensor4D {
  const [n, height, width, channels] = images.shape;
  const count = n * height * width;
  const corners = Array.from({ length: 4 }, () => ({
    from: new Int32Array(count),
    weights: new Float32Array(count),
  }));
  // Shifts are drawn once a pixel, and the corner is the outer loop: the inner one then runs over plain arrays.
  const shifts = Float64Array.from({ length: 2 * count }, () => (2 * random() - 1) * reach);
  for (const [corner, { from, weights }] of corners.entries()) {
    const [right, down] = [corner % 2, corner >> 1];
    for (let at = 0; at < count; at++) {
      const x = (at % width) + (shifts[2 * at] as number);
      const y = (Math.floor(at / width) % height) + (shifts[2 * at + 1] as number);
      const left = Math.floor(x);
      const top = Math.floor(y);
      const picture = Math.floor(at / (width * height)) * height;
      from[at] = (picture + wrapped(top + down, height)) * width + wrapped(left + right, width);
      weights[at] = (right ? x - left : 1 - x + left) * (down ? y - top : 1 - y + top);
    }
  }
  const pixels = reshape(images, [count, channels]);
  const moved = corners
    .map(({ from, weights }) => mul(gather(pixels, tensor1d(from, 'int32')), tensor2d(weights, [count, 1])))
    .reduce((sum, part) => add(sum, part));
  return reshape(clipByValue(moved, 0, 1), [n, height, width, channels]);
}

function wrapped(place: number, side: number): number {
  return ((place % side) + side) % side;
}
