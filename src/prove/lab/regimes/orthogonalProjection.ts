import { matMul, reshape, sub, type Tensor2D, type Tensor4D, tensor2d } from '@tensorflow/tfjs-core';
import type { RegimeHooks } from '../regime.ts';
import { linearModel, orthonormal } from './linearModel.ts';
import { plain } from './plain.ts';

interface Numbers {
  readonly epochs: number;
  readonly learningRate: number;
}

/**
 * OP, orthogonal projection: Sandoval-Segura et al., "What Can We Learn from Unlearnable Datasets?", NeurIPS 2023 (arXiv
 * 2305.19254), algorithm 1. A linear model learns the protected pictures; of every picture X the training proper then
 * sees X − Q·Qᵀ·X, where Q's columns are an orthonormal basis of the model's rows: nothing is left that a straight line
 * could tell labels by. Crop and flip follow. Pictures that the network is tested on stay as they are, as in the paper.
 * Epochs and rate of the linear model, and that it is learnt from centred pictures, are our choice.
 */
export function orthogonalProjection(numbers: Numbers, side: number): RegimeHooks {
  const first = plain(side);
  let basis: readonly Float64Array[] = [];
  return {
    prepare(pictures, random, labels) {
      basis = orthonormal(linearModel(pictures, labels, numbers, random));
      return pictures;
    },
    batch({ images, targets }, random) {
      return first.batch({ images: projectedOut(images, basis), targets }, random);
    },
  };
}

/**
 * The pictures without what lies along the axes. Values may leave 0 to 1.
 *
 * @param basis orthonormal axes, each as long as a picture has values
 */
export function projectedOut(images: Tensor4D, basis: readonly Float64Array[]): Tensor4D {
  if (basis.length === 0) return images;
  const [n, height, width, channels] = images.shape;
  const length = height * width * channels;
  const values = new Float32Array(basis.length * length);
  for (const [at, axis] of basis.entries()) values.set(axis, at * length);
  const axes = tensor2d(values, [basis.length, length]);
  const lines: Tensor2D = reshape(images, [n, length]);
  const along = matMul(lines, axes, false, true);
  return reshape(sub(lines, matMul(along, axes)), images.shape);
}
