import { type Tensor4D, tensor2d, tensor4d } from '@tensorflow/tfjs-core';
import { shuffled } from '../../../core/shuffled.ts';
import type { Pictures } from '../../core/experiment.ts';
import type { Batch, Random } from '../regime.ts';

/** How many batches of about `size` a set of pictures makes. */
export function batchCount(pictures: number, size: number): number {
  return Math.max(1, Math.round(pictures / size));
}

/**
 * Every picture once, in an order that `random` draws, as places in the set. Batches differ by one picture at most: a
 * last one of two or three would have no sensible mean and variance to be normalised by.
 */
export function drawnBatches(pictures: number, size: number, random: Random): readonly (readonly number[])[] {
  const order = shuffled(
    Array.from({ length: pictures }, (_, place) => place),
    random,
  );
  const count = batchCount(pictures, size);
  return Array.from({ length: count }, (_, at) =>
    order.slice(Math.floor((at * pictures) / count), Math.floor(((at + 1) * pictures) / count)),
  );
}

/** The pictures at some places, as tensors; whoever asks disposes of both. */
export function batchOf(pictures: Pictures, places: readonly number[], labels: number): Batch {
  // Not tfjs' `oneHot`: asked for floats, its WebAssembly backend gives zeros.
  const targets = new Float32Array(places.length * labels);
  for (const [at, place] of places.entries()) targets[at * labels + (pictures.labelOf[place] ?? 0)] = 1;
  return { images: imagesOf(pictures, places), targets: tensor2d(targets, [places.length, labels]) };
}

/** n × side × side × 3, 0 to 1. */
export function imagesOf({ side, pixels }: Pictures, places: readonly number[]): Tensor4D {
  const length = side * side * 3;
  const values = new Float32Array(places.length * length);
  for (const [at, place] of places.entries()) {
    for (let i = 0; i < length; i++) values[at * length + i] = (pixels[place * length + i] ?? 0) / 255;
  }
  return tensor4d(values, [places.length, side, side, 3]);
}

/** The set without the pictures that are not at these places. */
export function chosen({ side, pixels, labelOf }: Pictures, places: readonly number[]): Pictures {
  const length = side * side * 3;
  const kept = new Uint8Array(places.length * length);
  for (const [at, place] of places.entries()) {
    kept.set(pixels.subarray(place * length, (place + 1) * length), at * length);
  }
  return { side, pixels: kept, labelOf: places.map(place => labelOf[place] ?? 0) };
}
