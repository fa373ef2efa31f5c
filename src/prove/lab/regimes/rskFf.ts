import { add, clipByValue, mul, slice, type Tensor4D, tensor2d, tensor4d } from '@tensorflow/tfjs-core';
import type { Random, RegimeHooks } from '../regime.ts';
import { alongSides } from './alongSides.ts';
import { normal } from './draws.ts';
import { cropAndFlip, paddingOf } from './plain.ts';

/** The paper's numbers for CIFAR-10: mean of the centre weight, deviation of every weight, part of frequencies kept. */
const centreMean = 2.5;
const deviation = 0.1;
const kept = 0.3;

/**
 * RSK + FF, random sharpening kernels and frequency filtering: Kim and Sandoval-Segura, "Learning From Convolution-based
 * Unlearnable Datasets", arXiv 2411.01742, and its program (augments.py). In this order:
 *
 * 1. each picture is sharpened by a kernel of its own: centre c ~ N(2.5, 0.1²), the four neighbours −w with
 *    w ~ N((c − 1) / 4, 0.1²) each by itself, corners 0; without padding, so a pixel goes on every side; cut to 0 to 1;
 * 2. of its cosine transform only the lowest 30 % of rows and columns stay (9 of 30 at 32 pixels); cut to 0 to 1;
 * 3. crop and flip as in plain training, back to the full side.
 */
export function rskFf(side: number): RegimeHooks {
  const inner = side - 2;
  const filter = lowPassMatrix(inner, Math.floor(inner * kept));
  return {
    batch({ images, targets }, random) {
      const sharp = sharpened(images, random);
      const low = clipByValue(alongSides(sharp, tensor2d(filter, [inner, inner])), 0, 1);
      return { images: cropAndFlip(low, side, paddingOf(side), random), targets };
    },
  };
}

/** Pixels that a kernel's weights stand at, from the top left corner of its 3 × 3. */
const taps = [
  [1, 1],
  [0, 1],
  [1, 0],
  [1, 2],
  [2, 1],
] as const;

/** @param images n × side × side × channels; gives n × (side − 2) × (side − 2) × channels */
export function sharpened(images: Tensor4D, random: Random): Tensor4D {
  const [n, height, width, channels] = images.shape;
  const kernels = Array.from({ length: n }, () => sharpeningKernel(random));
  const parts = taps.map(([y, x], tap) => {
    const weights = tensor4d(
      kernels.map(kernel => kernel[tap] as number),
      [n, 1, 1, 1],
    );
    return mul<Tensor4D>(slice(images, [0, y, x, 0], [n, height - 2, width - 2, channels]), weights);
  });
  return clipByValue(
    parts.reduce((sum, part) => add(sum, part)),
    0,
    1,
  );
}

/** Weights of centre, above, left, right, below. */
export function sharpeningKernel(random: Random): readonly number[] {
  const centre = normal(centreMean, deviation, random);
  const neighbour = () => -normal((centre - 1) / 4, deviation, random);
  return [centre, neighbour(), neighbour(), neighbour(), neighbour()];
}

/**
 * The filter of one line as a matrix, row by row: its orthonormal cosine transform (DCT-II), the lowest frequencies of
 * it, and back.
 */
export function lowPassMatrix(side: number, frequencies: number): Float32Array {
  const wave = (frequency: number, place: number) =>
    Math.sqrt((frequency === 0 ? 1 : 2) / side) *
    Math.cos((Math.PI * (2 * place + 1) * frequency) / (2 * side));
  return Float32Array.from({ length: side * side }, (_, at) => {
    const [row, column] = [Math.floor(at / side), at % side];
    let sum = 0;
    for (let f = 0; f < frequencies; f++) sum += wave(f, row) * wave(f, column);
    return sum;
  });
}
