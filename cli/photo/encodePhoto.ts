import sharp, { type Sharp } from 'sharp';
import { layOnWhite, refuseTooLong } from '../../src/codec/encode.ts';
import { PhotoError } from '../../src/codec/photoError.ts';
import type { OutputType } from '../../src/core/settings.ts';
import type { Pixels } from '../../src/engine/engine.ts';
import { encodeSmallPng } from './smallPng.ts';
import { withoutAlpha } from './withoutAlpha.ts';

/** A photo as it was written, before it is marked. */
export interface WrittenPhoto {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/**
 * A picture file without metadata. `quality` is a fraction in (0, 1], undefined for PNG. Alpha is kept in PNG and WebP;
 * for JPEG, transparent pixels are laid on white. `pixels.data` may be overwritten. The same pixels give the same bytes, on
 * every run.
 *
 * @throws PhotoError `too-long` or `encode-failed`
 */
export async function encodePhoto(
  pixels: Pixels,
  opaque: boolean,
  type: OutputType,
  quality: number | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  refuseTooLong(Math.max(pixels.width, pixels.height), type);
  const small = type === 'image/png' ? encodeSmallPng(pixels, opaque) : null;
  if (small !== null) return small;
  const onWhite = !opaque && type === 'image/jpeg';
  if (onWhite) layOnWhite(pixels.data);
  const { width, height, data } = pixels;
  const raw =
    opaque || onWhite
      ? sharp(withoutAlpha(data), { raw: { width, height, channels: 3 } })
      : sharp(data, { raw: { width, height, channels: 4 } });
  const levels = Math.round((quality ?? 1) * 100);
  try {
    const written = await writer(raw, type, levels).toBuffer();
    return new Uint8Array(written.buffer as ArrayBuffer, written.byteOffset, written.length);
  } catch {
    throw new PhotoError({ kind: 'encode-failed', type });
  }
}

/** JPEG as browsers write it: colours at half size. Tables fitted to each photo would save 1 % and cost three times as long. */
function writer(image: Sharp, type: OutputType, quality: number): Sharp {
  switch (type) {
    case 'image/jpeg':
      return image.jpeg({ quality, chromaSubsampling: '4:2:0', optimiseCoding: false });
    case 'image/webp':
      return image.webp({ quality, exact: true });
    case 'image/png':
      return image.png({ compressionLevel: 6, adaptiveFiltering: true });
  }
}
