import { pad, reshape, type Tensor4D } from '@tensorflow/tfjs-core';

/** Puts `down` − 1 rows and `across` − 1 columns of zeros after each value of x: n × h·down × w·across × c. */
export function spread(x: Tensor4D, down: number, across: number): Tensor4D {
  if (down === 1 && across === 1) return x;
  const [n, h, w, c] = x.shape;
  const apart = pad(reshape(x, [n * h, 1, w, 1, c]), [
    [0, 0],
    [0, down - 1],
    [0, 0],
    [0, across - 1],
    [0, 0],
  ]);
  return reshape(apart, [n, h * down, w * across, c]);
}
