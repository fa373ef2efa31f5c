import type { OutputType } from '../../core/settings.ts';
import { exifBlock } from './exif.ts';
import { withJpegSegments } from './jpegSegments.ts';
import type { Marks } from './marks.ts';
import { withPngChunks } from './pngChunks.ts';
import { srgbProfile } from './srgbProfile.ts';
import { withWebpChunks } from './webpChunks.ts';
import { xmpPacket } from './xmp.ts';

const profile = srgbProfile();

/**
 * A freshly encoded picture file with its marks, and tagged as sRGB where the encoder did not. One copy of the bytes;
 * the picture in them stays as it is.
 */
export function markFile(
  bytes: Uint8Array<ArrayBuffer>,
  type: OutputType,
  marks: Marks,
): Uint8Array<ArrayBuffer> {
  const blocks = { exif: exifBlock(marks), xmp: xmpPacket(marks), icc: profile };
  switch (type) {
    case 'image/jpeg':
      return withJpegSegments(bytes, blocks);
    case 'image/png':
      return withPngChunks(bytes, blocks);
    case 'image/webp':
      return withWebpChunks(bytes, blocks);
  }
}
