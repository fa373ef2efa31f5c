import { type OutputSettings, type OutputType, outputTypeFor, type SourceType } from './settings.ts';

/** What a finished photo may take on disk, reckoned before it is made. */

export interface SizedPhoto {
  readonly bytes: number;
  readonly type: SourceType;
  /** In pixels; 0 where the header could not be read. */
  readonly width: number;
  readonly height: number;
}

/**
 * Bytes a pixel of photographs that fill a picture with detail, at the default qualities: what few photos exceed. PNG
 * of a photo hardly packs.
 */
const bytesPerPixel: Readonly<Record<OutputType, number>> = {
  'image/jpeg': 0.5,
  'image/webp': 0.4,
  'image/png': 3.2,
};

/** A photo encoded anew in its own format grows by no more than this, unless it was packed far harder before. */
const growth = 1.5;

/** Above this quality JPEG and WebP files grow fast. */
const steepFrom = 0.92;

/** A cautious guess, in bytes: mostly too much, seldom too little. */
export function resultBytes(photo: SizedPhoto, output: OutputSettings): number {
  const type = outputTypeFor(photo.type, output.format);
  const quality = type === 'image/jpeg' ? output.jpegQuality : output.webpQuality;
  const steep = type !== 'image/png' && quality > steepFrom ? 1 + (quality - steepFrom) * 15 : 1;
  const byPixels = photo.width * photo.height * bytesPerPixel[type];
  // A small file of the same kind tells of a picture that packs well; never below a fifth of what pixels say.
  const byFile = type === photo.type ? Math.max(photo.bytes * growth, byPixels / 5) : byPixels;
  return Math.ceil(Math.min(byPixels, byFile) * steep) + overhead;
}

/** Of a file in the browser's storage, in bytes. */
const overhead = 4096;
