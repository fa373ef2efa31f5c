import type { Pixels } from '../engine/engine.ts';
import { shareThere } from './cutOff.ts';
import type { PhotoDescription } from './describe/description.ts';
import { bitmapOfHeic } from './heic/heicBitmap.ts';
import { hasFlatEnd } from './jpeg/flatEnd.ts';
import { countBlocks, soundJpeg } from './jpeg/soundJpeg.ts';
import { withoutOrientation } from './metadata/withoutOrientation.ts';
import { PhotoError, refusedAsCutOff } from './photoError.ts';
import { decodePlainPng } from './png/plainPng.ts';
import { soundPng } from './png/soundPng.ts';
import { decodeStraightPng } from './png/straightPng.ts';
import { probeAlphaReadback } from './readback/alphaReadback.ts';
import { alphasOf, hasClear } from './readback/alphas.ts';
import { hasFloat16 } from './readback/canvases.ts';
import { probeReadback, readBitmap } from './readback/readback.ts';
import { readCanvas, readFrame } from './readback/readbackMethods.ts';
import { readPixelsThroughWebgl } from './readback/straightAlpha.ts';
import { turned } from './turn.ts';

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
 * The pixels of a photo, upright (its orientation is applied, once) and in sRGB (so is its colour profile). Colours
 * under half transparent pixels are exact; those under clear ones too in PNGs without a colour profile, and elsewhere
 * where there is WebGL.
 *
 * `createImageBitmap` drawn on a canvas that is kept in memory: ImageDecoder was a little faster on JPEGs (107 ms
 * against 132 at 12 MP) but leaves colour profiles and orientation to its caller.
 *
 * @param photo what the bytes say of themselves
 * @param file where the bytes come from; a browser decodes it faster than a copy, by half a millisecond
 * @throws PhotoError `unreadable`, `cut-off`, `unsupported`, `unsupported-coding`, `too-large`, `timed-out` or `noisy-canvas`
 */
export async function decode(
  bytes: Uint8Array<ArrayBuffer>,
  photo: PhotoDescription,
  file?: Blob,
): Promise<Decoded> {
  refuseTooLarge(photo);
  const sound = await soundBytes(bytes, photo, true);
  const here = photo.turnedBy === 'here';
  const given = here ? withoutOrientation(sound, photo.type) : sound;
  // The file itself will do as long as nothing had to be mended in it.
  const { pixels, opaque } = await decodeUpright(given, photo, given === bytes ? file : undefined);
  if (photo.type === 'image/jpeg' && hasFlatEnd(pixels, here ? 1 : photo.orientation)) countBlocks(sound);
  return { pixels: here ? turned(pixels, photo.orientation) : pixels, opaque };
}

/** Of bytes that the browser turns, if they are to be turned at all. */
async function decodeUpright(
  bytes: Uint8Array<ArrayBuffer>,
  photo: PhotoDescription,
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

/**
 * A bitmap of a photo of any kind, upright, for looking at: colours under low alpha may be rounded, and blocks missing.
 *
 * @throws PhotoError as `decode` does
 */
export async function openPhoto(
  bytes: Uint8Array<ArrayBuffer>,
  photo: PhotoDescription,
): Promise<ImageBitmap> {
  refuseTooLarge(photo);
  const sound = await soundBytes(bytes, photo, false);
  if (photo.turnedBy === 'browser') return openUpright(sound, photo, {});
  const lying = await openUpright(withoutOrientation(sound, photo.type), photo, {});
  try {
    const { width, height, data } = turned(await readBitmap(lying, 'any'), photo.orientation);
    return await createImageBitmap(new ImageData(data, width, height));
  } finally {
    lying.close();
  }
}

/** In sRGB, or in a colour space that drawing turns into it. */
async function openUpright(
  bytes: Uint8Array<ArrayBuffer>,
  { type, coding }: PhotoDescription,
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

/** By its header, before anything is decoded. @throws PhotoError `too-large` or `unsupported` */
export function refuseTooLarge({ type, width, height }: PhotoDescription): void {
  const pixels = width * height;
  if (pixels > pixelLimit) throw new PhotoError({ kind: 'too-large', pixels, limit: pixelLimit });
  if (Math.max(width, height) > sideLimit) throw new PhotoError({ kind: 'unsupported', type });
}

/** Bytes that every browser decodes whole or not at all. @throws PhotoError `cut-off` or `unreadable` */
async function soundBytes(
  bytes: Uint8Array<ArrayBuffer>,
  { type }: PhotoDescription,
  thorough: boolean,
): Promise<Uint8Array<ArrayBuffer>> {
  if (type === 'image/jpeg') return soundJpeg(bytes, thorough);
  return type === 'image/png' ? soundPng(bytes) : bytes;
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
