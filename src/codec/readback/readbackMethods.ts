import type { Pixels } from '../../engine/engine.ts';
import { canvasOf } from './canvases.ts';

/** The ways between pixels and what the browser draws. Which of them are right here, `readback.ts` finds out. */

/** A canvas with these pixels: the fast way, for opaque photos: an ordinary canvas keeps colours premultiplied by their alpha. */
export function drawn({ width, height, data }: Pixels): OffscreenCanvas {
  const context = canvasOf(width, height, '8-bit');
  context.putImageData(new ImageData(data, width, height), 0, 0);
  return context.canvas;
}

/**
 * In Chromium a canvas that only shows a bitmap keeps the bitmap's pixels as they are, so the colours under low alpha
 * come out to the level; an ordinary one rounds them (by up to 127 levels). It costs a copy more.
 */
export async function shown({ width, height, data }: Pixels): Promise<OffscreenCanvas> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('bitmaprenderer');
  if (context === null) throw new Error('This browser shows no bitmaps off the page.');
  const straight = { premultiplyAlpha: 'none', colorSpaceConversion: 'none' } as const;
  context.transferFromImageBitmap(await createImageBitmap(new ImageData(data, width, height), straight));
  return canvas;
}

/** Draws and reads at once, so that nobody else gets the canvas in between. */
export function readCanvas(bitmap: ImageBitmap, surface: '8-bit' | 'float16', clear: boolean): Pixels {
  const { width, height } = bitmap;
  const context = canvasOf(width, height, surface);
  if (clear) context.clearRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  if (!(data.buffer instanceof ArrayBuffer)) throw new Error('Pixels lie in shared memory.');
  return { width, height, data: new Uint8ClampedArray(data.buffer) };
}

/** Through a `VideoFrame`; null where there is none. Not right everywhere: WebKit takes red for blue. */
export async function readFrame(bitmap: ImageBitmap): Promise<Pixels | null> {
  if (typeof VideoFrame === 'undefined') return null;
  const { width, height } = bitmap;
  const frame = new VideoFrame(bitmap, { timestamp: 0 });
  try {
    const data = new Uint8ClampedArray(width * height * 4);
    // What is drawn on a canvas is turned into sRGB too.
    const layout = { format: 'RGBA', colorSpace: 'srgb' } as const;
    await frame.copyTo(data, layout);
    return { width, height, data };
  } finally {
    frame.close();
  }
}
