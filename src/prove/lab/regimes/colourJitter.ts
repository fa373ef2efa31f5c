import {
  add,
  clipByValue,
  mean,
  mul,
  sub,
  sum,
  type Tensor4D,
  tensor1d,
  tensor4d,
} from '@tensorflow/tfjs-core';
import type { Random } from '../regime.ts';

/** Luminance of red, green and blue (ITU-R BT.601). */
const weights = [0.299, 0.587, 0.114];

/**
 * Pictures whose brightness, contrast and saturation chance changes, in this order, each picture by itself: a picture
 * goes away from, or towards, black, the mean of its greys, and its greys. Factors lie evenly within 1 ± `most`.
 *
 * @param images n × side × side × 3
 */
export function jittered(images: Tensor4D, most: number, random: Random): Tensor4D {
  if (most === 0) return images;
  const [n] = images.shape;
  const factors = () =>
    tensor4d(
      Array.from({ length: n }, () => 1 + most * (2 * random() - 1)),
      [n, 1, 1, 1],
    );
  const bright = clipByValue(mul<Tensor4D>(images, factors()), 0, 1);
  const contrasted = awayFrom(mean(greys(bright), [1, 2, 3], true), bright, factors());
  return awayFrom(greys(contrasted), contrasted, factors());
}

function greys(images: Tensor4D): Tensor4D {
  return sum(mul(images, tensor1d(weights)), 3, true);
}

function awayFrom(from: Tensor4D, images: Tensor4D, factors: Tensor4D): Tensor4D {
  return clipByValue(add<Tensor4D>(from, mul(sub(images, from), factors)), 0, 1);
}
