import type { SourceType } from '../core/settings.ts';
import type { Pixels } from '../engine/engine.ts';
import { mayBeTranslucent } from './describe/features.ts';
import { headerOf } from './describe/header.ts';
import { bitmapOfHeic } from './heic/heicBitmap.ts';
import { jpegCoding } from './jpeg/jpegCoding.ts';
import { isJpegDamaged } from './jpeg/jpegDamage.ts';
import { PhotoError } from './photoError.ts';
import { decodePlainPng } from './png/plainPng.ts';
import { decodeStraightPng } from './png/straightPng.ts';
import { probeAlphaReadback } from './readback/alphaReadback.ts';
import { alphasOf, hasClear } from './readback/alphas.ts';
import { hasFloat16 } from './readback/canvases.ts';
import { probeReadback, readBitmap } from './readback/readback.ts';
import { readCanvas, readFrame } from './readback/readbackMethods.ts';
import { readPixelsThroughWebgl } from './readback/straightAlpha.ts';
import { turned } from './turn.ts';
import { browserTurnsWebp, webpOrientation } from './webp/webpOrientation.ts';

/** Photos above this are refused before they are decoded: decoding one takes 12 bytes a pixel for a moment. */
const pixelLimit = 120_000_000;

/** Chromium's and Firefox's greatest canvas side, in pixels. */
const sideLimit = 65_535;

export interface Decoded {
  readonly pixels: Pixels;
  /** True when no pixel is transparent, not even a little. */
  readonly opaque: boolean;
}

/**
 * The pixels of a photo, upright (its orientation is applied, once, by the browser or libheif) and in sRGB (so is its
 * colour profile). Colours under half transparent pixels are exact; those under clear ones too in PNGs without a colour
 * profile, and elsewhere where there is WebGL.
 *
 * `createImageBitmap` drawn on a canvas that is kept in memory: ImageDecoder was a little faster on JPEGs (107 ms
 * against 132 at 12 MP) but leaves colour profiles and orientation to its caller.
 *
 * @param file where the bytes come from; a browser decodes it faster than a copy, by half a millisecond
 * @throws PhotoError `unreadable`, `unsupported`, `unsupported-coding`, `too-large`, `timed-out` or `noisy-canvas`
 */
export async function decode(
  bytes: Uint8Array<ArrayBuffer>,
  type: SourceType,
  file?: Blob,
): Promise<Decoded> {
  refuseHopeless(bytes, type);
  const plain = type === 'image/png' ? await decodePlainPng(bytes) : null;
  if (plain !== null) return { pixels: plain, opaque: true };
  if (type === 'image/png' && (await probeReadback()).any === null) {
    const own = await decodeStraightPng(bytes);
    if (own !== null) return { pixels: own, opaque: alphasOf(own.data) === 'opaque' };
  }
  // Premultiplied bitmaps have lost the colours under low alpha already; for opaque photos they are faster.
  const translucent = mayBeTranslucent(bytes, type);
  const premultiplyAlpha = translucent ? (await probeAlphaReadback()).bitmaps : 'premultiply';
  const options = { premultiplyAlpha } as const;
  const bitmap = await openPhoto(bytes, type, options, file);
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

/** A bitmap of a photo of any kind, upright, in sRGB or a colour space that drawing turns into it. */
export async function openPhoto(
  bytes: Uint8Array<ArrayBuffer>,
  type: SourceType,
  options: ImageBitmapOptions,
  file?: Blob,
): Promise<ImageBitmap> {
  if (type === 'image/heic') return bitmapOfHeic(bytes, options);
  try {
    // Some browsers believe what a file says of its kind, even where it is wrong.
    const given = file?.type === type ? file : new Blob([bytes], { type });
    const bitmap = await bitmapOf(given, options);
    return type === 'image/webp' ? await uprightWebp(bitmap, bytes) : bitmap;
  } catch (error) {
    const coding = type === 'image/jpeg' ? jpegCoding(bytes) : null;
    throw coding === null ? error : new PhotoError({ kind: 'unsupported-coding', coding });
  }
}

/** Turns what the browser did not. Few WebPs have an orientation, and for those it costs two copies. */
async function uprightWebp(bitmap: ImageBitmap, bytes: Uint8Array): Promise<ImageBitmap> {
  const orientation = webpOrientation(bytes);
  if (orientation === 1 || (await browserTurnsWebp())) return bitmap;
  try {
    const rough = await readBitmap(bitmap, 'any');
    const pixels = alphasOf(rough.data) === 'opaque' ? rough : await exactly(bitmap, rough);
    const { width, height, data } = turned(pixels, orientation);
    const { bitmaps } = await probeAlphaReadback();
    return await createImageBitmap(new ImageData(data, width, height), { premultiplyAlpha: bitmaps });
  } finally {
    bitmap.close();
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

/** Throws for what can be known from the bytes: kinds that cannot be read, sizes that cannot be held, damage. */
export function refuseHopeless(bytes: Uint8Array, type: SourceType): void {
  const header = headerOf(bytes, type);
  if (header !== null) {
    const { width, height } = header;
    const pixels = width * height;
    if (pixels > pixelLimit) throw new PhotoError({ kind: 'too-large', pixels, limit: pixelLimit });
    if (Math.max(width, height) > sideLimit) throw new PhotoError({ kind: 'unsupported', type });
  }
  if (type === 'image/jpeg' && isJpegDamaged(bytes)) throw new PhotoError({ kind: 'unreadable' });
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
