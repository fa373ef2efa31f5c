import type { Pixels } from '../../engine/engine.ts';
import { characters, uint32 } from '../bytes.ts';
import { probeFrames } from '../readback/readback.ts';

/**
 * A short way for the pictures of data sets: small PNGs of 8 bits without a colour profile, in which nothing is clear. ImageDecoder takes
 * bytes as they are, where `createImageBitmap` fetches them from another process; at 32 × 32 that is 0.2 ms against 0.8.
 * It leaves profiles, orientation and damage to its caller, so pictures that have any of these go the ordinary way,
 * and so do those that turn out to have clear pixels.
 */

/** In pixels; larger ones gain nothing. */
const mostPixels = 512 * 512;
/** Chunks that have no say in what the picture looks like. */
const harmless = new Set(['PLTE', 'sRGB', 'pHYs', 'sBIT', 'bKGD', 'hIST', 'tIME', 'tEXt', 'zTXt', 'iTXt']);

/** 8 bits, not interlaced, sRGB, nothing cut off. Only RGBA can be clear in places. */
export function isPlainPng(bytes: Uint8Array): boolean {
  if (characters(bytes, 12, 4) !== 'IHDR') return false;
  const [width, height] = [uint32(bytes, 16), uint32(bytes, 20)];
  const [depth, colours, interlaced] = [bytes[24], bytes[25], bytes[28]];
  if (width * height > mostPixels || depth !== 8 || interlaced !== 0) return false;
  // Grey, RGB, palette, RGBA.
  if (colours !== 0 && colours !== 2 && colours !== 3 && colours !== 6) return false;
  let at = 33;
  let data = false;
  for (; at + 12 <= bytes.length; at += uint32(bytes, at) + 12) {
    const name = characters(bytes, at + 4, 4);
    if (name === 'IEND') return data && at + 12 === bytes.length;
    if (name === 'IDAT') data = true;
    else if (!harmless.has(name)) return false;
  }
  return false;
}

/** The pixels of a plain PNG, all of them opaque; null where it cannot be had in this way. */
export async function decodePlainPng(bytes: Uint8Array<ArrayBuffer>): Promise<Pixels | null> {
  if (typeof ImageDecoder === 'undefined' || !isPlainPng(bytes)) return null;
  if (!(await probeFrames())) return null;
  const decoder = new ImageDecoder({ data: bytes, type: 'image/png' });
  try {
    const { image } = await decoder.decode();
    try {
      return await opaquePixels(image);
    } finally {
      image.close();
    }
  } catch {
    // The ordinary way says what is wrong with it.
    return null;
  } finally {
    decoder.close();
  }
}

const redFirst = new Set<string | null>(['RGBA', 'RGBX']);
const blueFirst = new Set<string | null>(['BGRA', 'BGRX']);

/** Copied as they lie, and turned round here: asking the frame for RGBA takes twice as long. */
async function opaquePixels(frame: VideoFrame): Promise<Pixels | null> {
  const { format, displayWidth: width, displayHeight: height, colorSpace } = frame;
  const { primaries, transfer, matrix } = colorSpace;
  if (primaries !== 'bt709' || transfer !== 'iec61966-2-1' || matrix !== 'rgb') return null;
  if (!redFirst.has(format) && !blueFirst.has(format)) return null;
  const words = new Uint32Array(width * height);
  if (frame.allocationSize() !== words.byteLength) return null;
  await frame.copyTo(words);
  const silent = format === 'RGBX' || format === 'BGRX' ? 0xff000000 : 0;
  const turned = blueFirst.has(format);
  for (let i = 0; i < words.length; i++) {
    const word = (words[i] ?? 0) | silent;
    if (word >>> 24 !== 255) return null;
    words[i] = turned ? (word & 0xff00ff00) | ((word & 0xff) << 16) | ((word >>> 16) & 0xff) : word;
  }
  return { width, height, data: new Uint8ClampedArray(words.buffer) };
}
