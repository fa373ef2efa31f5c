import type { Pixels } from '../engine.ts';

/**
 * The pixels as one 32-bit word each: red in the low byte, then green, blue, alpha. Every machine that runs a
 * browser stores the low byte first. Shares memory with `pixels.data` where it lies on a word boundary, as it does
 * unless somebody cut it out of a larger buffer.
 */
export function wordsOf(pixels: Pixels): Uint32Array<ArrayBuffer> {
  const bytes = pixels.data.byteOffset % 4 === 0 ? pixels.data : pixels.data.slice();
  return new Uint32Array(bytes.buffer, bytes.byteOffset, pixels.width * pixels.height);
}

/** The words as pixels again, sharing their memory. */
export function pixelsOf(words: Uint32Array<ArrayBuffer>, width: number, height: number): Pixels {
  return { width, height, data: new Uint8ClampedArray(words.buffer, words.byteOffset, width * height * 4) };
}
