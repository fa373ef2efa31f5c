import type { OutputType } from '../core/settings.ts';
import type { Decoded } from './decoded.ts';
import type { PhotoNote } from './notes.ts';
import { PhotoError } from './photoError.ts';
import { encodePng, isSmall } from './png/smallPng.ts';
import { canvasKeeps, withCanvas } from './readback/readback.ts';

export interface Encoded {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly notes: readonly PhotoNote[];
}

/**
 * Greatest sides in pixels. The JPEG and WebP encoders of Chromium crop what is larger, without a word (20,000 × 100
 * comes back as a WebP of 16,383 × 100); PNG is limited by the canvas.
 */
const sideLimits: Readonly<Record<OutputType, number>> = {
  'image/jpeg': 65_500,
  'image/webp': 16_383,
  'image/png': 65_535,
};

/**
 * A picture file without metadata; Chromium's JPEG and WebP name the sRGB profile and nothing else. `quality` is a
 * fraction in (0, 1], undefined for PNG. Alpha is kept in PNG and WebP. JPEG has none, so transparent pixels are laid
 * on white; then `pixels.data` is overwritten.
 *
 * @throws PhotoError `too-long`, `noisy-canvas` or `encode-failed`, also where the browser answers with another type
 * than asked for
 */
export async function encode(
  { pixels, opaque }: Decoded,
  type: OutputType,
  quality: number | undefined,
): Promise<Encoded> {
  refuseTooLong(Math.max(pixels.width, pixels.height), type);
  const onWhite = !opaque && type === 'image/jpeg';
  if (onWhite) layOnWhite(pixels.data);
  const notes: readonly PhotoNote[] = onWhite ? [{ kind: 'alpha-on-white' }] : [];
  if (type === 'image/png' && (isSmall(pixels) || !(await canvasKeeps(opaque)))) {
    const own = await encodePng(pixels, opaque);
    if (own !== null) return { bytes: own, notes };
  }
  const blob = await withCanvas(pixels, opaque || onWhite, canvas => write(canvas, type, quality));
  return { bytes: new Uint8Array(await blob.arrayBuffer()), notes };
}

/** @param side the long one, in pixels @throws PhotoError `too-long` */
export function refuseTooLong(side: number, type: OutputType): void {
  const limit = sideLimits[type];
  if (side > limit) throw new PhotoError({ kind: 'too-long', type, side, limit });
}

async function write(canvas: OffscreenCanvas, type: OutputType, quality: number | undefined): Promise<Blob> {
  const blob = await canvas
    .convertToBlob(quality === undefined ? { type } : { type, quality })
    .catch(() => null);
  // A canvas that cannot write a type silently writes a PNG instead.
  if (blob === null || blob.type !== type) throw new PhotoError({ kind: 'encode-failed', type });
  return blob;
}

/** In place; sRGB values, as browsers and image programs do it. */
export function layOnWhite(data: Uint8ClampedArray): void {
  for (let i = 0; i < data.length; i += 4) {
    const alpha = data[i + 3] ?? 255;
    if (alpha === 255) continue;
    const white = 255 * (255 - alpha);
    for (let c = i; c < i + 3; c++) data[c] = ((data[c] ?? 0) * alpha + white) / 255;
    data[i + 3] = 255;
  }
}
