import {
  add,
  argMax,
  clipByValue,
  gather,
  mul,
  type Rank,
  range,
  reshape,
  scalar,
  stack,
  sub,
  type Tensor,
  type Tensor1D,
  type Tensor4D,
  tensor1d,
  tensor4d,
} from '@tensorflow/tfjs-core';
import type { Random, RegimeHooks } from '../regime.ts';
import { permutation } from './draws.ts';
import { plain } from './plain.ts';
import { plasma } from './plasma.ts';

/** The paper's numbers: roughness of the clouds, and how strongly they brighten and darken. */
const roughness = { least: 0.3, most: 0.7 } as const;
const intensity = { least: 0.5, most: 1 } as const;

/**
 * AA, adversarial augmentation: Qin et al., "Learning the Unlearnable: Adversarial Augmentations Suppress Unlearnable
 * Example Attacks" (UEraser), arXiv 2303.15127, algorithm 1. After crop and flip every picture is changed `repeats`
 * times (the paper's K, 5), and learnt as that one of them on which the network errs most. A change is: clouds of light
 * and dark, clouds of contrast, and every second time its colours in another order. The paper adds one change of
 * TrivialAugment to each, which we leave out; it repeats in the first epochs only (UEraser) or in all (UEraser-Max),
 * as here.
 */
export function ueraser(repeats: number, side: number): RegimeHooks {
  return {
    batch: plain(side).batch,
    attack({ images, targets }, _lossOf, random, lossesOf) {
      const drawn = Array.from({ length: repeats }, () => changed(images, random));
      return worstOf(drawn, stack(drawn.map(each => lossesOf(each, targets))));
    },
  };
}

/**
 * Of each picture the one variant with the greatest loss; the first of equals.
 *
 * @param variants of n pictures each
 * @param losses variants × n
 */
export function worstOf(variants: readonly Tensor4D[], losses: Tensor): Tensor4D {
  const [first] = variants;
  if (first === undefined) throw new Error('There are no variants.');
  const [n, height, width, channels] = first.shape;
  const places = add(mul(argMax(losses, 0), scalar(n, 'int32')), range(0, n, 1, 'int32'));
  const all: Tensor4D = reshape(stack([...variants]), [variants.length * n, height, width, channels]);
  return gather<Tensor4D>(all, places as Tensor1D);
}

/** n × side × side × 3, each picture by its own clouds. */
export function changed(images: Tensor4D, random: Random): Tensor4D {
  const [n, side] = images.shape;
  const clouds = () => {
    const values = new Float32Array(n * side * side);
    const strengths = new Float32Array(n);
    for (let i = 0; i < n; i++) {
      values.set(plasma(side, between(roughness, random), random), i * side * side);
      strengths[i] = between(intensity, random);
    }
    return {
      clouds: tensor4d(values, [n, side, side, 1]),
      strengths: tensor4d(strengths, [n, 1, 1, 1]),
    };
  };
  const light = clouds();
  // From −1 to 1.
  const shift = mul(sub(mul(light.clouds, 2), 1), light.strengths);
  const bright = clipByValue(add<Tensor4D>(images, shift), 0, 1);
  // From 0 to 4 times the contrast.
  const factor = mul(clouds().clouds, 4);
  const contrasted = clipByValue(add<Tensor4D>(mul(sub(bright, 0.5), factor), 0.5), 0, 1);
  return coloursShuffled(contrasted, random);
}

/** Each picture's colours as they are or, every second time, in an order that chance decides. */
function coloursShuffled(images: Tensor4D, random: Random): Tensor4D {
  const [n, height, width, channels] = images.shape;
  const from = new Int32Array(images.size);
  const own = height * width * channels;
  for (let i = 0; i < n; i++) {
    const order = random() < 0.5 ? permutation(channels, random) : null;
    for (let at = 0; at < own; at++) {
      const channel = at % channels;
      from[i * own + at] = i * own + at - channel + (order?.[channel] ?? channel);
    }
  }
  const values = gather(reshape(images, [images.size]), tensor1d(from, 'int32'));
  return reshape<Rank.R4>(values, images.shape);
}

function between({ least, most }: { readonly least: number; readonly most: number }, random: Random): number {
  return least + (most - least) * random();
}
