import { add, gather, mul, sub, tensor1d } from '@tensorflow/tfjs-core';
import type { RegimeHooks } from '../regime.ts';
import { boxAround, maskOf } from './boxes.ts';
import { below, beta, permutation } from './draws.ts';
import { plain } from './plain.ts';

/**
 * Yun et al., "CutMix: Regularization Strategy to Train Strong Classifiers with Localizable Features", ICCV 2019,
 * section 3: a rectangle of every picture is replaced by that of another of the batch, and the target is mixed by area.
 * λ ~ Beta(alpha, alpha), the rectangle's sides √(1 − λ) of the picture's, its centre anywhere; λ is then what really
 * stayed, for a part of the rectangle may lie outside. One rectangle a batch, in every batch, as in the paper's
 * algorithm A1; its experiments take alpha = 1 (and, on CIFAR, every second batch, which we leave out).
 */
export function cutmix(alpha: number, side: number): RegimeHooks {
  const first = plain(side);
  return {
    batch(given, random) {
      const { images, targets } = first.batch(given, random);
      const cut = Math.floor(side * Math.sqrt(1 - beta(alpha, random)));
      const box = boxAround(below(side, random), below(side, random), cut, cut, side);
      const share = 1 - ((box.right - box.left) * (box.bottom - box.top)) / side ** 2;
      const others = tensor1d(permutation(images.shape[0], random), 'int32');
      const mask = maskOf([box], side);
      return {
        images: add(mul(images, sub(1, mask)), mul(gather(images, others), mask)),
        targets: add(mul(targets, share), mul(gather(targets, others), 1 - share)),
      };
    },
  };
}
