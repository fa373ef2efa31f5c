import { jpegRoundTrip } from '../../core/jpegRoundTrip.ts';
import type { RegimeHooks } from '../regime.ts';
import { plain } from './plain.ts';

/**
 * Every picture written as a JPEG and read again, once, before training: Liu et al., "Image Shortcut Squeezing:
 * Countering Perturbative Availability Poisons with Compression", ICML 2023, which takes quality 10. Colours at half
 * resolution (4:2:0), as image libraries do by default.
 *
 * @param quality 1 to 100, as libjpeg counts it
 */
export function jpeg(quality: number, side: number): RegimeHooks {
  return {
    ...plain(side),
    prepare(pictures) {
      const length = pictures.side ** 2 * 3;
      const pixels = new Uint8Array(pictures.pixels.length);
      for (let at = 0; at < pixels.length; at += length) {
        const picture = pictures.pixels.subarray(at, at + length);
        pixels.set(jpegRoundTrip(picture, pictures.side, pictures.side, quality), at);
      }
      return { ...pictures, pixels };
    },
  };
}
