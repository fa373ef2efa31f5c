import { model, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { BuildModel } from '../regime.ts';
import { conv, logits, type NextSeed, norm, pictureInput, plus, relu, seedsFrom } from './blocks.ts';

/** Filters of the four stages and the stride that each begins with. */
const stages = [
  [64, 1],
  [128, 2],
  [256, 2],
  [512, 2],
] as const;

/**
 * ResNet-18 (He, Zhang, Ren and Sun 2016, arXiv:1512.03385, table 1) in the form that is usual for CIFAR's small
 * pictures, as in the papers on unlearnable data: a 3 × 3 convolution to begin with and no pooling after it; projection
 * (option B of section 3.3) where the size changes. 11,183,562 weights for ten labels.
 */
export const resnet18: BuildModel = (side, labels, seed) => {
  const nextSeed = seedsFrom(seed);
  const { input, centred } = pictureInput(side);
  let x = relu(norm(conv(centred, 64, nextSeed)));
  let channels = 64;
  for (const [filters, stride] of stages) {
    x = block(x, filters, stride, stride !== 1 || channels !== filters, nextSeed);
    x = block(x, filters, 1, false, nextSeed);
    channels = filters;
  }
  return model({ inputs: input, outputs: logits(x, labels, nextSeed) });
};

/** Two convolutions and what they are added to: x itself, or x projected to their size. */
function block(
  x: SymbolicTensor,
  filters: number,
  stride: number,
  project: boolean,
  nextSeed: NextSeed,
): SymbolicTensor {
  const inner = relu(norm(conv(x, filters, nextSeed, 3, stride)));
  const outer = norm(conv(inner, filters, nextSeed));
  const shortcut = project ? norm(conv(x, filters, nextSeed, 1, stride)) : x;
  return relu(plus(outer, shortcut));
}
