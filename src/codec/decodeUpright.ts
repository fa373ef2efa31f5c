import type { Pixels } from '../engine/engine.ts';
import { shareThere } from './cutOff.ts';
import type { Decoded } from './decoded.ts';
import type { PhotoDescription } from './describe/description.ts';
import { bitmapOfHeic } from './heic/heicBitmap.ts';
import { PhotoError, refusedAsCutOff } from './photoError.ts';
import { decodePlainPng } from './png/plainPng.ts';
import { decodeStraightPng } from './png/straightPng.ts';
import { probeAlphaReadback } from './readback/alphaReadback.ts';
import { alphasOf, hasClear } from './readback/alphas.ts';
import { hasFloat16 } from './readback/canvases.ts';
import { probeReadback, readBitmap } from './readback/readback.ts';
import { readCanvas, readFrame } from './readback/readbackMethods.ts';
import { readPixelsThroughWebgl } from './readback/straightAlpha.ts';

/** Decoding by the browser, which turns the picture if it is to be turned at all; and by libheif, which does the same. */

/** What a file is, as far as its decoder has to know. */
export type Given = Pick<PhotoDescription, 'type' | 'alpha' | 'coding'>;

/**
 * `createImageBitmap` drawn on a canvas that is kept in memory: ImageDecoder was a little faster on JPEGs (107 ms
 * against 132 at 12 MP) but leaves colour profiles and orientation to its caller.
 *
 * @param file where the bytes come from; a browser decodes it faster than a copy, by half a millisecond
 */
export async function decodeUpright(
  bytes: Uint8Array<ArrayBuffer>,
  photo: Given,
  file?: Blob,
): Promise<Decoded> {
  const { type, alpha } = photo;
  const plain = type === 'image/png' ? await decodePlainPng(bytes) : null;
  if (plain !== null) return { pixels: plain, opaque: true };
  if (type === 'image/png' && (await probeReadback()).any === null) {
    const own = await decodeStraightPng(bytes);
    if (own !== null) return { pixels: own, opaque: alphasOf(own.data) === 'opaque' };
  }
  // Premultiplied bitmaps have lost the colours under low alpha already; for opaque photos they are faster.
  const premultiplyAlpha = alpha === 'levels' ? (await probeAlphaReadback()).bitmaps : 'premultiply';
  const bitmap = await openUpright(bytes, photo, { premultiplyAlpha }, file);
  try {
    const pixels = await readBitmap(bitmap, type === 'image/jpeg' ? 'opaque' : 'any');
    if (type === 'image/jpeg') return { pixels, opaque: true };
    const alphas = alphasOf(pixels.data);
    if (alphas === 'opaque') return { pixels, opaque: true };
    const own = type === 'image/png' && (hasClear(pixels.data) || !hasFloat16());
    const straight = own ? await decodeStraightPng(bytes) : null;
    return { pixels: straight ?? (await exactly(bitmap, pixels)), opaque: false };
  } finally {
    bitmap.close();
  }
}

/** In sRGB, or in a colour space that drawing turns into it. */
export async function openUpright(
  bytes: Uint8Array<ArrayBuffer>,
  { type, coding }: Given,
  options: ImageBitmapOptions,
  file?: Blob,
): Promise<ImageBitmap> {
  try {
    if (type === 'image/heic') return await bitmapOfHeic(bytes, options);
    // Some browsers believe what a file says of its kind, even where it is wrong.
    const given = file?.type === type ? file : new Blob([bytes], { type });
    return await bitmapOf(given, options);
  } catch (error) {
    if (!(error instanceof PhotoError) || error.reason.kind !== 'unreadable') throw error;
    if (coding !== undefined) throw new PhotoError({ kind: 'unsupported-coding', coding });
    const share = await shareThere(bytes, type);
    throw share < 1 ? refusedAsCutOff(share) : error;
  }
}

/** A bitmap of a picture file that the browser reads, upright, in sRGB. */
async function bitmapOf(file: Blob, options: ImageBitmapOptions): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file, {
      imageOrientation: 'from-image',
      colorSpaceConversion: 'default',
      ...options,
    });
  } catch {
    // InvalidStateError for all that is damaged, cut off or unknown.
    throw new PhotoError({ kind: 'unreadable' });
  }
}

/**
 * A canvas of 8 bits keeps colours premultiplied and rounds them: under alpha 10 only 11 levels are left. In half
 * floats what comes back is exact to the level, but for clear pixels, which are black there as well; WebGL reads an
 * unpremultiplied bitmap as it is, and so do Firefox's video frames. `rough` is what the ordinary canvas gave, for
 * browsers that have none of these.
 */
async function exactly(bitmap: ImageBitmap, rough: Pixels): Promise<Pixels> {
  const { any } = await probeReadback();
  const { bitmaps, frames } = await probeAlphaReadback();
  if (any !== 'canvas' || bitmaps !== 'none') return rough;
  const alphas = alphasOf(rough.data);
  const through = hasClear(rough.data) || !hasFloat16() ? readPixelsThroughWebgl(bitmap) : null;
  if (through !== null) return through;
  if (alphas === 'some' && hasFloat16()) return readCanvas(bitmap, 'float16', true);
  return (frames ? await readFrame(bitmap) : null) ?? rough;
}
