import { characters } from '../bytes.ts';
import { boxes } from '../iso/boxes.ts';

/** A JPEG XL is a codestream by itself, or boxes of which one or several hold it (ISO/IEC 18181-2). */

export function isJxl(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0x0a) || characters(bytes, 4, 8) === 'JXL \r\n\x87\n';
}

/** The codestream, or the first part of it: its header is in there. Null where no box holds one. */
export function codestreamOf(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] === 0xff && bytes[1] === 0x0a) return bytes;
  for (const { name, from, to } of boxes(bytes, 0, bytes.length)) {
    if (name === 'jxlc') return bytes.subarray(from, to);
    // Behind the number of the part.
    if (name === 'jxlp') return bytes.subarray(from + 4, to);
  }
  return null;
}
