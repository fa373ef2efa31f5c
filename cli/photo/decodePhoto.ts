import sharp from 'sharp';
import { describePhoto } from '../../src/codec/describe/describePhoto.ts';
import type { PhotoDescription } from '../../src/codec/describe/description.ts';
import { isJpegDamaged } from '../../src/codec/jpeg/jpegDamage.ts';
import { PhotoError } from '../../src/codec/photoError.ts';
import { maxPhotoPixels } from '../../src/core/intake.ts';
import type { Pixels } from '../../src/engine/engine.ts';
import { decodeSmallPng } from './smallPng.ts';

// One photo after another: nothing that is kept is ever asked for again. Photos are worked on side by side, so that one
// does not need more than a core.
sharp.cache(false);
sharp.concurrency(1);

/** A photo, decoded: upright, in sRGB. */
interface DecodedPhoto {
  readonly pixels: Pixels;
  /** No pixel is transparent, not even a little. */
  readonly opaque: boolean;
}

/** What the bytes say of a photo before it is decoded. @throws PhotoError for what is none, or cannot be read here */
export async function readDescription(bytes: Uint8Array<ArrayBuffer>): Promise<PhotoDescription> {
  const photo = await describePhoto(bytes);
  if (photo === null) throw new PhotoError({ kind: 'unreadable' });
  const { type, width, height } = photo;
  if (type === 'image/heic' || type === 'image/bmp') throw new PhotoError({ kind: 'unsupported', type });
  const pixels = width * height;
  if (pixels > maxPhotoPixels) throw new PhotoError({ kind: 'too-large', pixels, limit: maxPhotoPixels });
  if (type === 'image/jpeg' && isJpegDamaged(bytes)) throw new PhotoError({ kind: 'unreadable' });
  return photo;
}

/**
 * The pixels of a photo: upright by its orientation, in sRGB by its colour profile, RGBA with straight alpha, as the app
 * has them. @throws PhotoError
 */
export async function decodePhoto(
  bytes: Uint8Array<ArrayBuffer>,
  { type, alpha, coding }: PhotoDescription,
): Promise<DecodedPhoto> {
  const small = type === 'image/png' ? decodeSmallPng(bytes) : null;
  if (small !== null) return small;
  try {
    const { data, info } = await sharp(bytes, { failOn: 'truncated', limitInputPixels: maxPhotoPixels })
      .autoOrient()
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height } = info;
    // sharp gives each result memory of its own.
    const levels = new Uint8ClampedArray(data.buffer as ArrayBuffer, data.byteOffset, data.length);
    return { pixels: { width, height, data: levels }, opaque: alpha === 'none' || isOpaque(levels) };
  } catch {
    throw new PhotoError(
      coding === undefined ? { kind: 'unreadable' } : { kind: 'unsupported-coding', coding },
    );
  }
}

/** Whether every pixel is wholly there. */
function isOpaque(data: Uint8ClampedArray<ArrayBuffer>): boolean {
  const words = new Uint32Array(data.buffer, data.byteOffset, data.length / 4);
  return words.every(word => word >>> 24 === 255);
}
