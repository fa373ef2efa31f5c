import { soundBmp } from './bmp/soundBmp.ts';
import type { Decoded } from './decoded.ts';
import { decodeUpright, openUpright } from './decodeUpright.ts';
import type { PhotoDescription } from './describe/description.ts';
import { soundGif } from './gif/soundGif.ts';
import { soundIso } from './iso/soundIso.ts';
import { soundJpeg } from './jpeg/soundJpeg.ts';
import { withoutOrientation } from './metadata/withoutOrientation.ts';
import { PhotoError } from './photoError.ts';
import { rawPng } from './png/rawPng.ts';
import { soundPng } from './png/soundPng.ts';
import { pictureIn } from './raw/pictureIn.ts';
import { alphasOf } from './readback/alphas.ts';
import { readBitmap } from './readback/readback.ts';
import { readJpegByBrowser } from './tiff/browserJpeg.ts';
import { turned } from './turn.ts';

/** Photos above this are refused before they are decoded: decoding one takes 12 bytes a pixel for a moment. */
const pixelLimit = 120_000_000;

/** Chromium's and Firefox's greatest canvas side, in pixels. */
const sideLimit = 65_535;

/**
 * The pixels of a photo, upright (its orientation is applied, once) and in sRGB (so is its colour profile). Colours
 * under half transparent pixels are exact; those under clear ones too in PNGs without a colour profile, and elsewhere
 * where there is WebGL.
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
  if (photo.type === 'image/tiff') return uprightTiff(bytes, photo);
  if (photo.type === 'image/jxl') return uprightJxl(bytes, photo);
  const { bytes: given, photo: picture } = pictureIn(bytes, photo);
  const sound = await soundBytes(given, picture, true);
  const here = picture.turnedBy === 'here';
  const last = here ? withoutOrientation(sound, picture.type) : sound;
  // The file itself will do as long as nothing had to be mended in it.
  const { pixels, opaque } = await decodeUpright(last, picture, last === bytes ? file : undefined);
  return { pixels: here ? turned(pixels, picture.orientation) : pixels, opaque };
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
  if (photo.type === 'image/tiff') return bitmapOfPixels((await uprightTiff(bytes, photo)).pixels);
  if (photo.type === 'image/jxl') return bitmapOfPixels((await uprightJxl(bytes, photo)).pixels);
  const { bytes: given, photo: picture } = pictureIn(bytes, photo);
  const sound = await soundBytes(given, picture, false);
  if (picture.turnedBy === 'browser') return openUpright(sound, picture, {});
  const lying = await openUpright(withoutOrientation(sound, picture.type), picture, {});
  try {
    return await bitmapOfPixels(turned(await readBitmap(lying, 'any'), picture.orientation));
  } finally {
    lying.close();
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
  if (type === 'image/bmp') return soundBmp(bytes);
  if (type === 'image/gif' && thorough) return soundGif(bytes);
  if (type === 'image/heic' || type === 'image/avif') return soundIso(bytes);
  return type === 'image/png' ? soundPng(bytes) : bytes;
}

/** Its decoder comes with the first TIFF; its colours are turned into sRGB by the browser, as a PNG of the same profile. */
async function uprightTiff(bytes: Uint8Array<ArrayBuffer>, photo: PhotoDescription): Promise<Decoded> {
  const { decodeTiff } = await import('./tiff/decodeTiff.ts');
  const { pixels, profile } = await decodeTiff(bytes, readJpegByBrowser);
  const { width, height, data } = pixels;
  const inSrgb =
    profile === null
      ? { pixels, opaque: photo.alpha === 'none' || alphasOf(data) === 'opaque' }
      : await decodeUpright(rawPng(width, height, data, { kind: 'profile', icc: profile }), {
          type: 'image/png',
          alpha: photo.alpha,
        });
  return { ...inSrgb, pixels: turned(inSrgb.pixels, photo.orientation) };
}

/** By the browser where it can (Chromium of 2026, Safari), else by a decoder that comes with the first JPEG XL. */
async function uprightJxl(bytes: Uint8Array<ArrayBuffer>, photo: PhotoDescription): Promise<Decoded> {
  try {
    return await decodeUpright(bytes, photo);
  } catch (error) {
    if (!(error instanceof PhotoError) || error.reason.kind !== 'unreadable') throw error;
    // It gives the last picture of a moving one.
    if (photo.animated) throw new PhotoError({ kind: 'unsupported', type: photo.type });
    const { decodeJxl } = await import('./jxl/decodeJxl.ts');
    const pixels = await decodeJxl(bytes);
    return { pixels, opaque: alphasOf(pixels.data) === 'opaque' };
  }
}

function bitmapOfPixels({ width, height, data }: Decoded['pixels']): Promise<ImageBitmap> {
  return createImageBitmap(new ImageData(data, width, height));
}
