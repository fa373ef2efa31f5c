import type { SourceType } from '../core/settings.ts';
import type { Pixels } from '../engine/engine.ts';
import { canvasOf, hasFloat16 } from './canvases.ts';
import { mayBeTranslucent } from './features.ts';
import { headerOf } from './header.ts';
import { isJpegDamaged } from './jpegDamage.ts';
import { PhotoError } from './photoError.ts';
import { readPixelsThroughWebgl } from './straightAlpha.ts';

/** Photos above this are refused before they are decoded: decoding one takes 12 bytes a pixel for a moment. */
export const pixelLimit = 120_000_000;

/** Chromium's and Firefox's greatest canvas side, in pixels. */
const sideLimit = 65_535;

export interface Decoded {
  readonly pixels: Pixels;
  /** True when no pixel is transparent, not even a little. */
  readonly opaque: boolean;
}

/**
 * The pixels of a photo, upright (its EXIF orientation is applied, once, by the browser) and in sRGB (so is its colour
 * profile). Colours under half transparent pixels are exact; those under fully transparent ones may be gone.
 *
 * `createImageBitmap` drawn on a canvas that is kept in memory: ImageDecoder was a little faster on JPEGs (107 ms
 * against 132 at 12 MP) but leaves colour profiles and orientation to its caller.
 *
 * @throws PhotoError `unreadable`, `unsupported` or `too-large`
 */
export async function decode(bytes: Uint8Array<ArrayBuffer>, type: SourceType): Promise<Decoded> {
  refuseHopeless(bytes, type);
  const translucent = mayBeTranslucent(bytes, type);
  // Premultiplied bitmaps have lost the colours under low alpha already; for opaque photos they are faster.
  const bitmap = await bitmapOf(new Blob([bytes], { type }), {
    premultiplyAlpha: translucent ? 'none' : 'premultiply',
  });
  try {
    const pixels = draw(bitmap, '8-bit', type !== 'image/jpeg');
    if (type === 'image/jpeg') return { pixels, opaque: true };
    const alphas = alphasOf(pixels.data);
    return { pixels: alphas === 'some' ? drawExactly(bitmap, pixels) : pixels, opaque: alphas === 'opaque' };
  } finally {
    bitmap.close();
  }
}

/** A bitmap of a picture file, upright, in sRGB. */
export async function bitmapOf(file: Blob, options: ImageBitmapOptions): Promise<ImageBitmap> {
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

/** Throws for what can be known from the bytes: kinds that cannot be read, sizes that cannot be held, damage. */
export function refuseHopeless(bytes: Uint8Array, type: SourceType): void {
  if (type === 'image/heic') throw new PhotoError({ kind: 'unsupported', type });
  const header = headerOf(bytes, type);
  if (header !== null) {
    const { width, height } = header;
    const pixels = width * height;
    if (pixels > pixelLimit) throw new PhotoError({ kind: 'too-large', pixels, limit: pixelLimit });
    if (Math.max(width, height) > sideLimit) throw new PhotoError({ kind: 'unsupported', type });
  }
  if (type === 'image/jpeg' && isJpegDamaged(bytes)) throw new PhotoError({ kind: 'unreadable' });
}

function draw(bitmap: ImageBitmap, surface: '8-bit' | 'float16', clear: boolean): Pixels {
  const { width, height } = bitmap;
  const context = canvasOf(width, height, surface);
  if (clear) context.clearRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0);
  return pixelsOf(context.getImageData(0, 0, width, height));
}

/**
 * A canvas of 8 bits keeps colours premultiplied and rounds them: under alpha 10 only 11 levels are left. In half
 * floats what comes back is exact to the level; WebGL reads an unpremultiplied bitmap as it is. `rough` is what the
 * ordinary canvas gave, for browsers that have neither.
 */
function drawExactly(bitmap: ImageBitmap, rough: Pixels): Pixels {
  if (hasFloat16()) return draw(bitmap, 'float16', true);
  return readPixelsThroughWebgl(bitmap) ?? rough;
}

function pixelsOf({ width, height, data }: ImageData): Pixels {
  if (!(data.buffer instanceof ArrayBuffer)) throw new Error('Pixels lie in shared memory.');
  return { width, height, data: new Uint8ClampedArray(data.buffer) };
}

/** `binary`: pixels are there or not, none in between. */
export function alphasOf(data: Uint8ClampedArray): 'opaque' | 'binary' | 'some' {
  let binary = false;
  for (let i = 3; i < data.length; i += 4) {
    const alpha = data[i];
    if (alpha === 255) continue;
    if (alpha !== 0) return 'some';
    binary = true;
  }
  return binary ? 'binary' : 'opaque';
}
