import { model, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { BuildModel } from '../regime.ts';
import {
  conv,
  depthwise,
  logits,
  type NextSeed,
  norm,
  pictureInput,
  plus,
  relu6,
  seedsFrom,
} from './blocks.ts';

/** Expansion, channels, blocks and the stride of the first: table 2 of the paper, but for the second row's stride. */
const rows = [
  [1, 16, 1, 1],
  [6, 24, 2, 1],
  [6, 32, 3, 2],
  [6, 64, 4, 2],
  [6, 96, 3, 1],
  [6, 160, 3, 2],
  [6, 320, 1, 1],
] as const;

/**
 * MobileNetV2 (Sandler et al. 2018, arXiv:1801.04381) in the form that is usual for CIFAR: the first convolution and
 * the second row keep the picture's size, so that 32 pixels end as 4 and not as 1. 2,270,794 weights for ten labels.
 */
export const mobileNetV2: BuildModel = (side, labels, seed) => {
  const nextSeed = seedsFrom(seed);
  const { input, centred } = pictureInput(side);
  let x = relu6(norm(conv(centred, 32, nextSeed)));
  let channels = 32;
  for (const [expansion, filters, blocks, firstStride] of rows) {
    for (let at = 0; at < blocks; at++) {
      const stride = at === 0 ? firstStride : 1;
      x = bottleneck(x, { channels, expansion, filters, stride }, nextSeed);
      channels = filters;
    }
  }
  x = relu6(norm(conv(x, 1280, nextSeed, 1)));
  return model({ inputs: input, outputs: logits(x, labels, nextSeed) });
};

interface Bottleneck {
  readonly channels: number;
  readonly expansion: number;
  readonly filters: number;
  readonly stride: number;
}

/** Widen, look around, narrow again without a cut at 0; added to x where the shape is the same (section 3.4). */
function bottleneck(
  x: SymbolicTensor,
  { channels, expansion, filters, stride }: Bottleneck,
  nextSeed: NextSeed,
): SymbolicTensor {
  const wide = expansion === 1 ? x : relu6(norm(conv(x, channels * expansion, nextSeed, 1)));
  const seen = relu6(norm(depthwise(wide, nextSeed, stride)));
  const narrow = norm(conv(seen, filters, nextSeed, 1));
  return stride === 1 && channels === filters ? plus(x, narrow) : narrow;
}
