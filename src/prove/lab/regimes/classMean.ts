import { matMul, reshape, sub, type Tensor4D, tensor2d } from '@tensorflow/tfjs-core';
import type { Pictures } from '../../core/experiment.ts';
import type { RegimeHooks } from '../regime.ts';
import { meanPicture } from './linearModel.ts';
import { plain } from './plain.ts';

/**
 * Each label's mean picture is taken off its pictures and the mean of all put back: what a trainer does who supposes
 * one and the same addition on every picture of a label. Sandoval-Segura et al., "What Can We Learn from Unlearnable
 * Datasets?", NeurIPS 2023 (arXiv 2305.19254), section 4.4, hold this mean beside their projection. Pictures that the
 * network is tested on, whose labels nobody knows, stay as they are. Crop and flip follow.
 */
export function classMean(side: number): RegimeHooks {
  const first = plain(side);
  let offsets = new Float32Array();
  return {
    prepare(pictures, _random, labels) {
      offsets = labelOffsets(pictures, labels);
      return pictures;
    },
    batch({ images, targets }, random) {
      // Nothing was learnt, so nothing is taken off.
      if (offsets.length === 0) return first.batch({ images, targets }, random);
      const [n, labels] = targets.shape;
      const taken = matMul(targets, tensor2d(offsets, [labels, offsets.length / labels]));
      const without: Tensor4D = sub(images, reshape(taken, [n, side, side, 3]));
      return first.batch({ images: without, targets }, random);
    },
  };
}

/** By how much each label's mean picture differs from the mean of all: labels × side · side · 3, in values of 0 to 1. */
export function labelOffsets(pictures: Pictures, labels: number): Float32Array<ArrayBuffer> {
  const mean = meanPicture(pictures);
  const offsets = new Float32Array(labels * mean.length);
  for (let label = 0; label < labels; label++) {
    if (!pictures.labelOf.includes(label)) continue;
    const own = meanPicture(pictures, label);
    offsets.set(
      own.map((value, i) => value - (mean[i] as number)),
      label * mean.length,
    );
  }
  return offsets;
}
