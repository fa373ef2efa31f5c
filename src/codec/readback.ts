import type { Pixels } from '../engine/engine.ts';
import { canvasOf } from './canvases.ts';
import { PhotoError } from './photoError.ts';
import { readPixelsThroughWebgl } from './straightAlpha.ts';

/**
 * Some browsers add noise to what a page reads from a canvas, so that it cannot tell people apart by their graphics
 * cards. It would damage every photo without a word. So known pixels are sent through each way that Keyveil uses,
 * once a worker; a way that does not give them back to the level is not used.
 */
export interface Readback {
  /** `canvas` is the fastest; `frame` (WebCodecs) reads opaque pictures only. Null: none is right. */
  readonly opaque: 'canvas' | 'frame' | 'webgl' | null;
  /** For pictures that may be transparent. */
  readonly any: 'canvas' | 'webgl' | null;
  /** What encoders read: a canvas that is drawn on, or one that only shows a bitmap. */
  readonly write: 'drawn' | 'shown' | null;
}

/** Enough for noise that touches few pixels. */
const side = 64;

let found: Promise<Readback> | null = null;

/** What this worker may use. Takes a few milliseconds, the first time. */
export function probeReadback(): Promise<Readback> {
  found ??= probe();
  return found;
}

/**
 * The pixels of a bitmap in sRGB. On a canvas colours under low alpha come out rounded; WebGL gives them exactly.
 *
 * @param alpha `opaque` for a picture that has no transparent pixels for certain
 * @throws PhotoError `noisy-canvas`
 */
export async function readBitmap(bitmap: ImageBitmap, alpha: 'opaque' | 'any'): Promise<Pixels> {
  const ways = await probeReadback();
  const pixels = await readBy(ways[alpha], bitmap, alpha === 'any');
  if (pixels === null) throw new PhotoError({ kind: 'noisy-canvas' });
  return pixels;
}

/**
 * What `use` makes of a canvas with the pixels. It is called in the same turn as the canvas is drawn on and has to take
 * the pixels in that turn, as `convertToBlob` does: the next photo of this size is drawn on the same canvas.
 *
 * @throws PhotoError `noisy-canvas`
 */
export async function withCanvas<T>(
  pixels: Pixels,
  opaque: boolean,
  use: (canvas: OffscreenCanvas) => Promise<T>,
): Promise<T> {
  const { write } = await probeReadback();
  if (write === null) throw new PhotoError({ kind: 'noisy-canvas' });
  return opaque && write === 'drawn' ? use(drawn(pixels)) : use(await shown(pixels));
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

async function readBy(
  way: Readback['opaque'],
  bitmap: ImageBitmap,
  mayBeClear: boolean,
): Promise<Pixels | null> {
  switch (way) {
    case 'canvas':
      return readCanvas(bitmap, '8-bit', mayBeClear);
    case 'frame':
      return readFrame(bitmap);
    case 'webgl':
      return readPixelsThroughWebgl(bitmap);
    case null:
      return null;
  }
}

async function readFrame(bitmap: ImageBitmap): Promise<Pixels | null> {
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

async function probe(): Promise<Readback> {
  const known = knownPixels();
  const reads = (way: Readback['opaque']) => readsRight(way, known);
  const canvas = await reads('canvas');
  const webgl = !canvas && (await reads('webgl'));
  const frame = !canvas && (await reads('frame'));
  const opaque = canvas ? 'canvas' : frame ? 'frame' : webgl ? 'webgl' : null;
  const any = canvas ? 'canvas' : webgl ? 'webgl' : null;
  return { opaque, any, write: await probeWriting(known, opaque) };
}

async function readsRight(way: Readback['opaque'], known: Pixels): Promise<boolean> {
  const bitmap = await createImageBitmap(new ImageData(known.data.slice(), side, side), {
    premultiplyAlpha: 'none',
    colorSpaceConversion: 'none',
  });
  const got = await readBy(way, bitmap, true).catch(() => null);
  bitmap.close();
  return got !== null && same(got, known);
}

let framesRight: Promise<boolean> | null = null;

/** Whether this worker gets the pixels of a `VideoFrame` as they are. */
export function probeFrames(): Promise<boolean> {
  framesRight ??= readsRight('frame', knownPixels()).catch(() => false);
  return framesRight;
}

async function probeWriting(known: Pixels, reading: Readback['opaque']): Promise<Readback['write']> {
  for (const [way, make] of [
    ['drawn', drawn],
    ['shown', shown],
  ] as const) {
    const canvas = await make(known);
    const blob = await canvas.convertToBlob({ type: 'image/png' }).catch(() => null);
    const bitmap = blob && (await createImageBitmap(blob).catch(() => null));
    const got = bitmap && (await readBy(reading, bitmap, true).catch(() => null));
    bitmap?.close();
    if (got !== null && same(got, known)) return way;
  }
  return null;
}

/** Opaque; every level is in it, and neighbours differ. */
function knownPixels(): Pixels {
  const data = new Uint8ClampedArray(side * side * 4);
  for (let i = 0; i < data.length; i++) data[i] = i % 4 === 3 ? 255 : (i * 167 + (i >> 8) * 29) % 256;
  return { width: side, height: side, data };
}

function same(a: Pixels, b: Pixels): boolean {
  return a.data.length === b.data.length && a.data.every((level, i) => level === b.data[i]);
}
