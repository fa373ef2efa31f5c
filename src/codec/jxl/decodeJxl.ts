import type { Pixels } from '../../engine/engine.ts';
import { PhotoError } from '../photoError.ts';

/**
 * A JPEG XL for browsers that read none (Firefox, older Chromium): libjxl in WebAssembly, fetched with the first. Upright, in
 * sRGB; of a moving one the last picture.
 *
 * @throws PhotoError `unsupported`
 */
export async function decodeJxl(bytes: Uint8Array<ArrayBuffer>): Promise<Pixels> {
  const { default: decode } = await import('@jsquash/jxl/decode.js');
  try {
    const { width, height, data } = await decode(bytes.slice().buffer);
    return { width, height, data: new Uint8ClampedArray(data) };
  } catch {
    // Its own words are for developers of libjxl.
    throw new PhotoError({ kind: 'unsupported', type: 'image/jxl' });
  }
}
