import type { OutputType } from '../core/settings.ts';
import type { Pixels } from '../engine/engine.ts';
import { canvasOf } from './canvases.ts';
import type { Decoded } from './decode.ts';
import type { PhotoNote } from './notes.ts';
import { PhotoError } from './photoError.ts';
import { encodePng } from './png.ts';

export interface Encoded {
  readonly blob: Blob;
  readonly notes: readonly PhotoNote[];
}

/**
 * A picture file without any metadata. `quality` is a fraction in (0, 1], undefined for PNG. Alpha is kept in PNG, to
 * the level, and in WebP, as well as premultiplied colours allow; JPEG has none, so transparent pixels are laid on
 * white: then `pixels.data` is overwritten.
 *
 * @throws PhotoError `encode-failed`, also where the browser answers with another type than asked for
 */
export async function encode(
  { pixels, opaque }: Decoded,
  type: OutputType,
  quality: number | undefined,
): Promise<Encoded> {
  if (opaque) return { blob: await throughCanvas(pixels, type, quality), notes: [] };
  if (type === 'image/png')
    return { blob: await encodePng(pixels.data, pixels.width, pixels.height), notes: [] };
  if (type === 'image/webp') return { blob: await throughCanvas(pixels, type, quality), notes: [] };
  layOnWhite(pixels.data);
  return { blob: await throughCanvas(pixels, type, quality), notes: [{ kind: 'alpha-on-white' }] };
}

async function throughCanvas(pixels: Pixels, type: OutputType, quality: number | undefined): Promise<Blob> {
  const { width, height, data } = pixels;
  const context = canvasOf(width, height, '8-bit');
  context.putImageData(new ImageData(data, width, height), 0, 0);
  let blob: Blob;
  try {
    blob = await context.canvas.convertToBlob(quality === undefined ? { type } : { type, quality });
  } catch {
    throw new PhotoError({ kind: 'encode-failed', type });
  }
  // A canvas that cannot write a type, or not at this size, silently writes a PNG instead.
  if (blob.type !== type) throw new PhotoError({ kind: 'encode-failed', type });
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
