import type { Pixels } from '../../engine/engine.ts';
import { readCanvas, readFrame, shown } from './readbackMethods.ts';

/**
 * What becomes of colours under half transparent pixels on their way through this browser. Bitmaps that keep their
 * colours as they are (`premultiplyAlpha: 'none'`) are what Chromium reads and writes to the level; WebKit draws them
 * as if they were weighted by their alpha, and Firefox encodes them so: colours come out wrong by half, without a
 * word. So known pixels are sent through, once a worker, with the first photo that needs it.
 */
export interface AlphaReadback {
  /** What `createImageBitmap` is to be asked for. `premultiply` rounds the colours under low alpha. */
  readonly bitmaps: 'none' | 'premultiply';
  /** Whether a `VideoFrame` of a bitmap gives every colour to the level. */
  readonly frames: boolean;
  /** Whether a canvas that shows a bitmap writes its colours into a file as they are. */
  readonly shown: boolean;
}

let found: Promise<AlphaReadback> | null = null;

/** What this worker may do with pictures that are not opaque. */
export function probeAlphaReadback(): Promise<AlphaReadback> {
  found ??= probe();
  return found;
}

const side = 64;

async function probe(): Promise<AlphaReadback> {
  const known = clearPixels();
  const none = { premultiplyAlpha: 'none', colorSpaceConversion: 'none' } as const;
  const bitmap = await createImageBitmap(new ImageData(known.data.slice(), side, side), none);
  const right = near(readCanvas(bitmap, '8-bit', true), known, rounding);
  const frame = await readFrame(bitmap).catch(() => null);
  const frames = frame !== null && near(frame, known, () => 0);
  bitmap.close();
  return { bitmaps: right ? 'none' : 'premultiply', frames, shown: await writesRight(known) };
}

async function writesRight(known: Pixels): Promise<boolean> {
  const blob = await (await shown(known)).convertToBlob({ type: 'image/png' }).catch(() => null);
  const bitmap = blob && (await createImageBitmap(blob).catch(() => null));
  if (bitmap === null) return false;
  const got = readCanvas(bitmap, '8-bit', true);
  bitmap.close();
  return near(got, known, rounding);
}

/** How far a colour may come out that was weighted by its alpha and back again. */
const rounding = (alpha: number): number => 255 / alpha + 1;

/** Every alpha but 0, under which colours are nobody's. */
function clearPixels(): Pixels {
  const data = new Uint8ClampedArray(side * side * 4);
  for (let i = 0; i < data.length; i++) data[i] = i % 4 === 3 ? 1 + ((i >> 2) % 255) : (i * 167) % 256;
  return { width: side, height: side, data };
}

function near(a: Pixels, b: Pixels, allowed: (alpha: number) => number): boolean {
  return (
    a.data.length === b.data.length &&
    a.data.every((level, i) => {
      const limit = i % 4 === 3 ? 0 : allowed(b.data[i | 3] ?? 255);
      return Math.abs(level - (b.data[i] ?? 0)) <= limit;
    })
  );
}
