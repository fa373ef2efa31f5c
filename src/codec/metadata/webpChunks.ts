import { characters, uint32LE } from '../bytes.ts';
import { type Insertion, splice } from '../splice.ts';
import type { Blocks } from './jpegSegments.ts';

/** Flags of the extended header (WebP container specification). */
const flags = { icc: 0x20, alpha: 0x10, exif: 0x08, xmp: 0x04 } as const;

/**
 * A WebP with these blocks. A simple file gets the extended header that they need; the profile goes in only where
 * there is none. The picture's own bytes stay as they are.
 */
export function withWebpChunks(
  webp: Uint8Array<ArrayBuffer>,
  { exif, xmp, icc }: Blocks,
): Uint8Array<ArrayBuffer> {
  const extended = characters(webp, 12, 4) === 'VP8X';
  const before = extended ? (webp[20] ?? 0) : 0;
  const newIcc = (before & flags.icc) === 0 ? icc : null;
  if (exif === null && xmp === null && newIcc === null) return webp;

  const added =
    (newIcc === null ? 0 : flags.icc) | (exif === null ? 0 : flags.exif) | (xmp === null ? 0 : flags.xmp);
  const insertions: Insertion[] = [];
  const put = (at: number, name: string, content: Uint8Array | null) => {
    if (content !== null) insertions.push({ at, bytes: chunk(name, content) });
  };
  if (!extended) put(12, 'VP8X', extendedHeader(webp, added));
  // The profile comes right behind the header, the others after the picture.
  put(extended ? 30 : 12, 'ICCP', newIcc);
  put(webp.length, 'EXIF', exif);
  put(webp.length, 'XMP ', xmp);
  const out = splice(webp, insertions);
  if (extended) out[20] = before | added;
  new DataView(out.buffer).setUint32(4, out.length - 8, true);
  return out;
}

/** Flags, three reserved bytes, and both sides less one in 24 bits each. */
function extendedHeader(webp: Uint8Array, added: number): Uint8Array {
  const { width, height, alpha } = simplePicture(webp);
  const [w, h] = [width - 1, height - 1];
  const all = added | (alpha ? flags.alpha : 0);
  return Uint8Array.of(all, 0, 0, 0, w & 255, w >> 8, w >> 16, h & 255, h >> 8, h >> 16);
}

/** Size and alpha of the one chunk of a simple file: `VP8 ` (lossy, RFC 6386) or `VP8L` (lossless). */
function simplePicture(webp: Uint8Array) {
  if (characters(webp, 12, 4) === 'VP8L') {
    const bits = uint32LE(webp, 21);
    return {
      width: (bits & 0x3fff) + 1,
      height: ((bits >>> 14) & 0x3fff) + 1,
      alpha: ((bits >>> 28) & 1) === 1,
    };
  }
  const sizes = uint32LE(webp, 26);
  return { width: sizes & 0x3fff, height: (sizes >>> 16) & 0x3fff, alpha: false };
}

function chunk(name: string, content: Uint8Array): Uint8Array {
  // Chunks start at even places.
  const out = new Uint8Array(8 + content.length + (content.length % 2));
  for (let i = 0; i < 4; i++) out[i] = name.charCodeAt(i);
  new DataView(out.buffer).setUint32(4, content.length, true);
  out.set(content, 8);
  return out;
}
