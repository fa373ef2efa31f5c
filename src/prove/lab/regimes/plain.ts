import { concat, gather, reshape, type Tensor4D, tensor1d, zeros } from '@tensorflow/tfjs-core';
import type { Random, RegimeHooks } from '../regime.ts';
import { below } from './draws.ts';

/**
 * Training as everybody does it: random crop and horizontal flip, as He et al., "Deep Residual Learning for Image
 * Recognition", CVPR 2016, section 4.2, train on CIFAR: four pixels of zeros on each side of a 32 × 32 picture, a crop
 * of the old size from it, and the mirror image every second time. At other sizes the border is as wide for its
 * picture: an eighth of the side.
 */
export function plain(side: number): RegimeHooks {
  const padding = paddingOf(side);
  return {
    batch: ({ images, targets }, random) => ({
      images: cropAndFlip(images, side, padding, random),
      targets,
    }),
  };
}

/** Pixels of zeros around a picture before it is cropped. */
export function paddingOf(side: number): number {
  return Math.round(side / 8);
}

/**
 * Squares cut from the pictures at places that chance decides, each turned over or not.
 *
 * @param images n × height × width × channels
 * @param side of the squares; at most the pictures' sides with the padding
 * @param padding pixels of zeros around the pictures
 * @returns n × side × side × channels
 */
export function cropAndFlip(images: Tensor4D, side: number, padding: number, random: Random): Tensor4D {
  const [n, height, width, channels] = images.shape;
  const blank = n * height * width;
  const from = new Int32Array(n * side * side);
  let at = 0;
  for (let i = 0; i < n; i++) {
    const top = below(height + 2 * padding - side + 1, random) - padding;
    const left = below(width + 2 * padding - side + 1, random) - padding;
    const flip = random() < 0.5;
    for (let y = top; y < top + side; y++) {
      for (let column = 0; column < side; column++) {
        const x = left + (flip ? side - 1 - column : column);
        const inside = y >= 0 && y < height && x >= 0 && x < width;
        from[at++] = inside ? (i * height + y) * width + x : blank;
      }
    }
  }
  const pixels = concat([reshape(images, [blank, channels]), zeros([1, channels])], 0);
  return reshape(gather(pixels, tensor1d(from, 'int32')), [n, side, side, channels]);
}
