import type { Pixels } from '../engine/engine.ts';
import { readBitmap } from './readback/readback.ts';

/** Sides of a picture brought down to `longSide`, in whole pixels, at least 1. */
function shrunkSize(width: number, height: number, longSide: number) {
  const scale = longSide / Math.max(width, height);
  const side = (given: number) => Math.max(1, Math.round(given * scale));
  return { width: side(width), height: side(height) };
}

/**
 * A photo made smaller until its long side is `longSide` pixels, with the browser's best filter. It works on colours
 * weighted by their alpha, so that what cannot be seen does not bleed into what can.
 */
export async function shrinkTo(pixels: Pixels, longSide: number): Promise<Pixels> {
  const { width, height } = shrunkSize(pixels.width, pixels.height, longSide);
  const source = new ImageData(pixels.data, pixels.width, pixels.height);
  const bitmap = await createImageBitmap(source, {
    resizeWidth: width,
    resizeHeight: height,
    resizeQuality: 'high',
    colorSpaceConversion: 'none',
  });
  try {
    return await readBitmap(bitmap, 'any');
  } finally {
    bitmap.close();
  }
}
