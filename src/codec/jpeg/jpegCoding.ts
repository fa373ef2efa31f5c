import type { JpegCoding } from '../../core/failure.ts';
import { uint16 } from '../bytes.ts';

/** Frames coded without loss (ITU-T T.81, table B.1). */
const lossless = new Set([0xc3, 0xc7, 0xcb, 0xcf]);
/** Tables and reserved codes in the range of frames. */
const noFrames = new Set([0xc4, 0xc8, 0xcc]);

/** The coding of a JPEG where it is one that no browser reads; null for ordinary ones, and where it does not say. */
export function jpegCoding(bytes: Uint8Array): JpegCoding | null {
  let at = 2;
  while (at + 5 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    // Fill bytes may stand between segments.
    if (bytes[at] !== 0xff || marker === 0xff || marker === 0) at += 1;
    else if (marker === 0xda || marker === 0xd9) return null;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else if (marker >= 0xc0 && marker <= 0xcf && !noFrames.has(marker)) {
      if (lossless.has(marker)) return 'lossless';
      if (marker >= 0xc9) return 'arithmetic';
      return bytes[at + 4] === 8 ? null : '12-bit';
    } else at += 2 + uint16(bytes, at + 2);
  }
  return null;
}
