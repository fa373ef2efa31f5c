import sharp from 'sharp';
import { isAnimated } from '../../src/codec/describe/features.ts';
import { headerOf } from '../../src/codec/describe/header.ts';
import { sniffType } from '../../src/codec/describe/sniff.ts';
import { jpegCoding } from '../../src/codec/jpeg/jpegCoding.ts';
import { isJpegDamaged } from '../../src/codec/jpeg/jpegDamage.ts';
import { PhotoError } from '../../src/codec/photoError.ts';
import { maxPhotoPixels } from '../../src/core/intake.ts';
import type { SourceType } from '../../src/core/settings.ts';
import type { Pixels } from '../../src/engine/engine.ts';
import { decodeSmallPng } from './smallPng.ts';

// One photo after another: nothing that is kept is ever asked for again. Photos are worked on side by side, so that one
// does not need more than a core.
sharp.cache(false);
sharp.concurrency(1);

/** A photo, decoded: upright, in sRGB. */
export interface DecodedPhoto {
  readonly pixels: Pixels;
  /** No pixel is transparent, not even a little. */
  readonly opaque: boolean;
  readonly type: SourceType;
  /** It moves; this is its first frame. */
  readonly animated: boolean;
}

/** What the bytes say of a photo before it is decoded. */
export interface PhotoHeader {
  readonly type: SourceType;
  readonly width: number;
  readonly height: number;
}

/** @throws PhotoError for what is no photo, is damaged, or too large */
export function readPhotoHeader(bytes: Uint8Array): PhotoHeader {
  const type = sniffType(bytes);
  const header = type === null ? null : headerOf(bytes, type);
  if (type === null || header === null) throw new PhotoError({ kind: 'unreadable' });
  if (type === 'image/heic' || type === 'image/bmp') throw new PhotoError({ kind: 'unsupported', type });
  const { width, height } = header;
  const pixels = width * height;
  if (pixels > maxPhotoPixels) throw new PhotoError({ kind: 'too-large', pixels, limit: maxPhotoPixels });
  if (type === 'image/jpeg' && isJpegDamaged(bytes)) throw new PhotoError({ kind: 'unreadable' });
  return { type, width, height };
}

/**
 * The pixels of a photo: upright by its orientation, in sRGB by its colour profile, RGBA with straight alpha, as the app
 * has them. @throws PhotoError
 */
export async function decodePhoto(
  bytes: Uint8Array<ArrayBuffer>,
  { type }: PhotoHeader,
): Promise<DecodedPhoto> {
  const small = type === 'image/png' ? decodeSmallPng(bytes) : null;
  if (small !== null) return { ...small, type, animated: false };
  try {
    const { data, info } = await sharp(bytes, { failOn: 'truncated', limitInputPixels: maxPhotoPixels })
      .autoOrient()
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height } = info;
    // Ours alone, and aligned: sharp gives each result memory of its own.
    const pixels = {
      width,
      height,
      data: new Uint8ClampedArray(data.buffer as ArrayBuffer, data.byteOffset, data.length),
    };
    const opaque = type === 'image/jpeg' || isOpaque(pixels.data);
    return { pixels, opaque, type, animated: isAnimated(bytes, type) };
  } catch {
    const coding = type === 'image/jpeg' ? jpegCoding(bytes) : null;
    throw new PhotoError(coding === null ? { kind: 'unreadable' } : { kind: 'unsupported-coding', coding });
  }
}

/** Whether every pixel is wholly there. */
function isOpaque(data: Uint8ClampedArray<ArrayBuffer>): boolean {
  const words = new Uint32Array(data.buffer, data.byteOffset, data.length / 4);
  return words.every(word => word >>> 24 === 255);
}
