import { add, sub, type Tensor4D, tensor2d } from '@tensorflow/tfjs-core';
import type { RegimeHooks } from '../regime.ts';
import { alongSides } from './alongSides.ts';
import { plain } from './plain.ts';
import { lowPassMatrix } from './rskFf.ts';

/**
 * Every picture, those that the network is tested on included, loses its slowest waves: of its cosine transform the
 * first `frequencies` rows and columns, where they cross. Wang et al., "High-frequency Component Helps Explain the
 * Generalization of Convolutional Neural Networks", CVPR 2020 (arXiv 1905.13545), section 3, train and test on such
 * pictures; they cut a circle from the Fourier transform, we a square from the cosine transform, as RSK+FF does for the
 * other half. With 4 it takes off exactly the waves that casts are made of. The middle, 0.5, is put back as the mean.
 *
 * @param frequencies half cycles a side, counted from none
 */
export function highPass(frequencies: number, side: number): RegimeHooks {
  const low = lowPassMatrix(side, Math.min(side, frequencies));
  return {
    ...plain(side),
    look: images => withoutSlow(images, low),
  };
}

function withoutSlow(images: Tensor4D, low: Float32Array): Tensor4D {
  const side = images.shape[1];
  return add(sub(images, alongSides(images, tensor2d(low, [side, side]))), 0.5);
}
