import { add, gather, mul, type Tensor2D, type Tensor4D, tensor1d } from '@tensorflow/tfjs-core';
import type { RegimeHooks } from '../regime.ts';
import { beta, permutation } from './draws.ts';
import { plain } from './plain.ts';

/**
 * Zhang et al., "mixup: Beyond Empirical Risk Minimization", ICLR 2018, section 2: every picture of a batch is laid over
 * another of the same batch, λ of the one and 1 − λ of the other, and so are their targets. One λ ~ Beta(alpha, alpha)
 * for the batch, as in the paper's figure 1a; its experiments on CIFAR take alpha = 1 (section 3.2).
 */
export function mixup(alpha: number, side: number): RegimeHooks {
  const first = plain(side);
  return {
    batch(given, random) {
      const { images, targets } = first.batch(given, random);
      const share = beta(alpha, random);
      const others = tensor1d(permutation(images.shape[0], random), 'int32');
      const mixed = <T extends Tensor2D | Tensor4D>(values: T): T =>
        add<T>(mul(values, share), mul(gather(values, others), 1 - share));
      return { images: mixed(images), targets: mixed(targets) };
    },
  };
}
