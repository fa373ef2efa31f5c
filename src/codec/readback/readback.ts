import type { Pixels } from '../../engine/engine.ts';
import { PhotoError } from '../photoError.ts';
import { probeAlphaReadback } from './alphaReadback.ts';
import { drawn, readCanvas, readFrame, shown } from './readbackMethods.ts';
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
  /** What encoders read of opaque pictures: a canvas that is drawn on, or one that only shows a bitmap. */
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
  const methods = await probeReadback();
  const pixels = await readBy(methods[alpha], bitmap, alpha === 'any');
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
  const way = opaque ? write : (await probeAlphaReadback()).shown ? 'shown' : 'drawn';
  // Drawing was found to change pixels here, and the other way changes those under transparency.
  if (way === 'drawn' && write !== 'drawn') throw new PhotoError({ kind: 'noisy-canvas' });
  return way === 'drawn' ? use(drawn(pixels)) : use(await shown(pixels));
}

/** Whether what `withCanvas` gives has every level, under every alpha. */
export async function canvasKeeps(opaque: boolean): Promise<boolean> {
  const { write } = await probeReadback();
  return write !== null && (opaque || (await probeAlphaReadback()).shown);
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
