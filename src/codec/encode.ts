import type { OutputType } from '../core/settings.ts';
import type { Pixels } from '../engine/engine.ts';
import { canvasOf } from './canvases.ts';
import type { Decoded } from './decode.ts';
import type { PhotoNote } from './notes.ts';
import { PhotoError } from './photoError.ts';

export interface Encoded {
  readonly blob: Blob;
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
 * @throws PhotoError `encode-failed`, also where the browser answers with another type than asked for
 */
export async function encode(
  { pixels, opaque }: Decoded,
  type: OutputType,
  quality: number | undefined,
): Promise<Encoded> {
  if (Math.max(pixels.width, pixels.height) > sideLimits[type])
    throw new PhotoError({ kind: 'encode-failed', type });
  if (opaque) return { blob: await write(drawn(pixels), type, quality), notes: [] };
  if (type !== 'image/jpeg') return { blob: await write(await shown(pixels), type, quality), notes: [] };
  layOnWhite(pixels.data);
  return { blob: await write(drawn(pixels), type, quality), notes: [{ kind: 'alpha-on-white' }] };
}

/** The fast way, for opaque photos: an ordinary canvas keeps colours premultiplied by their alpha. */
function drawn({ width, height, data }: Pixels): OffscreenCanvas {
  const context = canvasOf(width, height, '8-bit');
  context.putImageData(new ImageData(data, width, height), 0, 0);
  return context.canvas;
}

/**
 * A canvas that only shows a bitmap keeps the bitmap's pixels as they are, so the colours under low alpha come out to
 * the level; an ordinary one rounds them (by up to 127 levels). It costs a copy more.
 */
async function shown({ width, height, data }: Pixels): Promise<OffscreenCanvas> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('bitmaprenderer');
  if (context === null) throw new Error('This browser shows no bitmaps off the page.');
  const straight = { premultiplyAlpha: 'none', colorSpaceConversion: 'none' } as const;
  context.transferFromImageBitmap(await createImageBitmap(new ImageData(data, width, height), straight));
  return canvas;
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
