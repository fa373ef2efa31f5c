import { image, type Tensor4D, tensor1d, tensor2d } from '@tensorflow/tfjs-core';
import type { Random, RegimeHooks } from '../regime.ts';
import { jittered } from './colourJitter.ts';
import { below } from './draws.ts';

interface Numbers {
  /** Least part of the picture's area that a crop has, 0 to 1. */
  readonly scale: number;
  /** Greatest change of brightness, contrast and saturation, as a part of each; 0 changes nothing. */
  readonly jitter: number;
}

/** Widths of crops against their heights. */
const narrowest = 3 / 4;

/**
 * What most programs do to photographs: a crop of any size and shape brought to the size of the picture, mirrored every
 * second time, its colours changed. Crops as in Szegedy et al., "Going Deeper with Convolutions", CVPR 2015, section 6:
 * 8 to 100 % of the area, sides as 3:4 to 4:3. Colours by 0.4 each of brightness, contrast and saturation, as Torch's
 * well-known training of ResNets (fb.resnet.torch) has them.
 */
export function resizedCrop({ scale, jitter }: Numbers, side: number): RegimeHooks {
  return {
    batch({ images, targets }, random) {
      const boxes = Array.from({ length: images.shape[0] }, () => cropBox(scale, side, random));
      const flips = boxes.map(() => random() < 0.5);
      return { images: jittered(cropped(images, boxes, flips), jitter, random), targets };
    },
  };
}

/** In whole pixels of the picture. */
interface Crop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Ten tries, as torchvision has them; then the whole picture. */
export function cropBox(scale: number, side: number, random: Random): Crop {
  for (let attempt = 0; attempt < 10; attempt++) {
    const area = side ** 2 * (scale + (1 - scale) * random());
    // Evenly by the logarithm, so that upright and lying crops are as likely.
    const ratio = narrowest ** (1 - 2 * random());
    const width = Math.round(Math.sqrt(area * ratio));
    const height = Math.round(Math.sqrt(area / ratio));
    if (width < 1 || height < 1 || width > side || height > side) continue;
    const top = below(side - height + 1, random);
    return { left: below(side - width + 1, random), top, width, height };
  }
  return { left: 0, top: 0, width: side, height: side };
}

/** The crops of the pictures at the pictures' size, by linear interpolation; n of each. */
export function cropped(images: Tensor4D, boxes: readonly Crop[], flips: readonly boolean[]): Tensor4D {
  const [n, side] = images.shape;
  const last = Math.max(1, side - 1);
  const corners = boxes.map(({ left, top, width, height }, i) => {
    const across = [left / last, (left + width - 1) / last];
    const [from = 0, to = 0] = flips[i] ? across.reverse() : across;
    return [top / last, from, (top + height - 1) / last, to];
  });
  const each = tensor1d(
    Int32Array.from({ length: n }, (_, i) => i),
    'int32',
  );
  return image.cropAndResize(images, tensor2d(corners, [n, 4]), each, [side, side], 'bilinear');
}
