import {
  add,
  clipByValue,
  div,
  grad,
  maximum,
  minimum,
  mul,
  sign,
  sqrt,
  square,
  sub,
  sum,
  type Tensor,
  type Tensor4D,
  tensor4d,
  tidy,
} from '@tensorflow/tfjs-core';
import type { Random, RegimeHooks } from '../regime.ts';
import { normal } from './draws.ts';
import { plain } from './plain.ts';

export interface Ball {
  readonly norm: 'linf' | 'l2';
  /** In pixel values from 0 to 1. */
  readonly radius: number;
  readonly steps: number;
}

/**
 * Adversarial training: Madry et al., "Towards Deep Learning Models Resistant to Adversarial Attacks", ICLR 2018,
 * section 2.1. The model is trained on pictures that were moved to where it errs most, within a ball around each:
 * projected gradient descent from a random start. L∞: steps by the sign of the gradient; L2: along the gradient brought
 * to length 1. A step is 2.5 · radius / steps long, so that the ball's edge can be reached from any start; the factor is
 * that of Engstrom et al.'s `robustness` library. (Madry et al. take 7 steps of 2/255 within 8/255 on CIFAR-10.)
 */
export function adversarial(ball: Ball, side: number): RegimeHooks {
  const first = plain(side);
  return {
    batch: first.batch,
    attack: ({ images, targets }, lossOf, random) => {
      const gradient = grad((moved: Tensor) => lossOf(moved as Tensor4D, targets));
      const length = (2.5 * ball.radius) / ball.steps;
      let moved = within(add(images, start(images.shape, ball, random)), images, ball);
      for (let i = 0; i < ball.steps; i++) {
        const from = moved;
        moved = tidy(() => {
          const uphill = gradient(from) as Tensor4D;
          const step = ball.norm === 'linf' ? sign(uphill) : div<Tensor4D>(uphill, lengthOf(uphill));
          return within(add(from, mul(step, length)), images, ball);
        });
      }
      return moved;
    },
  };
}

/**
 * Where the search starts, as shifts of the pictures. L∞: each value evenly from −radius to radius, as in the paper;
 * L2: any direction alike, and evenly far from 0 to the radius (our choice).
 */
function start(shape: readonly number[], { norm, radius }: Ball, random: Random): Tensor4D {
  const [n = 0, height = 0, width = 0, channels = 0] = shape;
  const length = height * width * channels;
  const shifts = new Float32Array(n * length);
  for (let i = 0; i < n; i++) {
    const own = shifts.subarray(i * length, (i + 1) * length);
    if (norm === 'linf') {
      for (let k = 0; k < length; k++) own[k] = (2 * random() - 1) * radius;
    } else {
      for (let k = 0; k < length; k++) own[k] = normal(0, 1, random);
      const scale = (random() * radius) / Math.hypot(...own);
      for (let k = 0; k < length; k++) own[k] = (own[k] as number) * scale;
    }
  }
  return tensor4d(shifts, [n, height, width, channels]);
}

/** The nearest pictures in the ball around `images` and, then, in 0 to 1. */
function within(moved: Tensor4D, images: Tensor4D, { norm, radius }: Ball): Tensor4D {
  const shift = sub<Tensor4D>(moved, images);
  const near =
    norm === 'linf'
      ? clipByValue(shift, -radius, radius)
      : mul<Tensor4D>(shift, minimum(1, div(radius, lengthOf(shift))));
  // The pictures themselves lie in 0 to 1, so cutting there brings nothing farther from them.
  return clipByValue(add<Tensor4D>(images, near), 0, 1);
}

/** The length of each picture's values, never 0: n × 1 × 1 × 1. */
function lengthOf(pictures: Tensor4D): Tensor4D {
  return maximum(sqrt(sum(square(pictures), [1, 2, 3], true)), 1e-12);
}
