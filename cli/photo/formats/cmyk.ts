import type { Sharp } from 'sharp';
import type { Pixels } from '../../../src/engine/engine.ts';

/**
 * A picture in CMYK without a profile as browsers show it, and so the app: each ink takes its share of the light. libvips
 * would take it for that of some printing press.
 */
export async function rgbaOfCmyk(image: Sharp): Promise<Pixels> {
  const inks = image.pipelineColourspace('cmyk').toColourspace('cmyk');
  const { data, info } = await inks.raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let from = 0, to = 0; to < rgba.length; from += channels, to += 4) {
    const light = 255 - (data[from + 3] as number);
    for (let c = 0; c < 3; c++) rgba[to + c] = ((255 - (data[from + c] as number)) * light) / 255;
    rgba[to + 3] = 255;
  }
  return { width, height, data: rgba };
}
