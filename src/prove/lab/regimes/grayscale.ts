import { grayBytes } from '../../core/grayBytes.ts';
import type { RegimeHooks } from '../regime.ts';
import { plain } from './plain.ts';

/**
 * Pictures without colours, made once before training, three equal values a pixel: one of the two compressions of Liu et
 * al., "Image Shortcut Squeezing", ICML 2023 (the other is JPEG), by the luminance weights of ITU-R BT.601. Photos that the
 * model is tested on keep their colours, as those that it would meet; that is our choice.
 */
export function grayscale(side: number): RegimeHooks {
  return {
    ...plain(side),
    prepare: pictures => ({ ...pictures, pixels: grayBytes(pictures.pixels) }),
  };
}
