import { uint16 } from '../bytes.ts';

/** Tables and reserved codes in the range of frames (ITU-T T.81, table B.1). */
const noFrames = new Set([0xc4, 0xc8, 0xcc]);

/**
 * The size in pixels that the first frame of a JPEG gives; null where none is in these bytes. A walk of its own, because
 * image-size copies the rest of the file for every segment, which takes minutes for a file of nothing but segments.
 */
export function jpegSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  let at = 2;
  while (at + 9 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    // Fill bytes and stray ones may stand between segments.
    if (bytes[at] !== 0xff || marker === 0xff || marker === 0) at += 1;
    else if (marker === 0xda || marker === 0xd9) return null;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else if (marker >= 0xc0 && marker <= 0xcf && !noFrames.has(marker)) {
      return { height: uint16(bytes, at + 5), width: uint16(bytes, at + 7) };
    } else at += 2 + uint16(bytes, at + 2);
  }
  return null;
}
