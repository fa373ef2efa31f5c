import type { Scalar, Tensor1D, Tensor2D, Tensor4D } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { Pictures } from '../core/experiment.ts';

/** Draws from [0, 1). */
export type Random = () => number;

/** A batch: images n × side × side × 3 in 0 to 1, targets n × labels (each row sums to 1). */
export interface Batch {
  readonly images: Tensor4D;
  readonly targets: Tensor2D;
}

/**
 * What a regime does to training, as hooks of the one training loop; `plain` has `batch` alone. Hooks are called
 * within `tf.tidy`: they free nothing and keep no tensor. Images stay within 0 to 1, unless a regime says that its do not.
 */
export interface RegimeHooks {
  /** Once, before training: pictures that take the place of those given. The given ones must not be changed. */
  prepare?(pictures: Pictures, random: Random, labels: number): Pictures;
  /** What is done to every picture, those that are tested on included. Before `batch`; nothing in it is left to chance. */
  look?(images: Tensor4D): Tensor4D;
  /** Before every step. */
  batch(batch: Batch, random: Random): Batch;
  /** After `batch`: images near the given ones on which the model errs most. `lossOf` is that of the training loop. */
  attack?(batch: Batch, lossOf: LossOf, random: Random, lossesOf: LossesOf): Tensor4D;
}

/** Mean cross-entropy of a model's logits; differentiable in the images. */
export type LossOf = (images: Tensor4D, targets: Tensor2D) => Scalar;

/** The cross-entropy of each picture by itself. */
export type LossesOf = (images: Tensor4D, targets: Tensor2D) => Tensor1D;

/** A model's builder: a plain function; the model takes n × side × side × 3 in 0 to 1, gives n × labels logits. */
export type BuildModel = (side: number, labels: number, seed: number) => LayersModel;
