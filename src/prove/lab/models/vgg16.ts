import { model } from '@tensorflow/tfjs-layers';
import type { BuildModel } from '../regime.ts';
import { conv, halved, logits, norm, pictureInput, relu, seedsFrom } from './blocks.ts';

/** Filters of the convolutions, stage by stage; the picture is halved after each stage. */
const stages = [
  [64, 64],
  [128, 128],
  [256, 256, 256],
  [512, 512, 512],
  [512, 512, 512],
] as const;

/**
 * VGG-16 (Simonyan and Zisserman 2015, arXiv:1409.1556, table 1, column D) in the form that is usual for CIFAR: each
 * convolution is normalised, and one linear layer over the picture's mean takes the place of the three large ones, so
 * that it takes pictures of any side from 32 on. 14,732,490 weights for ten labels.
 */
export const vgg16: BuildModel = (side, labels, seed) => {
  const nextSeed = seedsFrom(seed);
  const { input, centred } = pictureInput(side);
  let x = centred;
  for (const stage of stages) {
    for (const filters of stage) x = relu(norm(conv(x, filters, nextSeed)));
    x = halved(x);
  }
  return model({ inputs: input, outputs: logits(x, labels, nextSeed) });
};
