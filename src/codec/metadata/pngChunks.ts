import { crc32 } from '../../core/picture/crc32.ts';
import { characters, uint32 } from '../bytes.ts';
import { splice } from '../splice.ts';
import type { Blocks } from './jpegSegments.ts';

/** Behind the signature and IHDR, which is always the first chunk and 25 bytes long. */
const behindHeader = 33;

/** Chunks that name a colour space (PNG, third edition). */
const colourChunks = new Set(['sRGB', 'iCCP', 'cICP']);

/**
 * A PNG with these blocks: EXIF in `eXIf`, XMP in an `iTXt` chunk of the name that Adobe gave it, and `sRGB` where no
 * colour space is named (so the profile is not needed). They stand before the pixels, so that readers need not
 * go through those. The picture's own bytes stay as they are.
 */
export function withPngChunks(
  png: Uint8Array<ArrayBuffer>,
  { exif, xmp }: Omit<Blocks, 'icc'>,
): Uint8Array<ArrayBuffer> {
  const chunks: Uint8Array[] = [];
  // 0: perceptual, what PNG recommends for photos.
  if (!namesColour(png)) chunks.push(chunk('sRGB', Uint8Array.of(0)));
  if (exif !== null) chunks.push(chunk('eXIf', exif));
  // Keyword, not compressed, no language, no translation.
  if (xmp !== null) chunks.push(chunk('iTXt', joined('XML:com.adobe.xmp\0\0\0\0\0', xmp)));
  return splice(
    png,
    chunks.map(bytes => ({ at: behindHeader, bytes })),
  );
}

function namesColour(png: Uint8Array): boolean {
  for (let at = 8; at + 8 <= png.length; at += uint32(png, at) + 12) {
    const name = characters(png, at + 4, 4);
    if (colourChunks.has(name)) return true;
    if (name === 'IDAT') return false;
  }
  return false;
}

function joined(start: string, rest: Uint8Array): Uint8Array {
  const out = new Uint8Array(start.length + rest.length);
  for (let i = 0; i < start.length; i++) out[i] = start.charCodeAt(i);
  out.set(rest, start.length);
  return out;
}

/** One chunk: length, name, content, checksum of the last two. */
export function chunk(name: string, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(12 + content.length);
  const view = new DataView(out.buffer);
  view.setUint32(0, content.length);
  out.set(joined(name, content), 4);
  view.setUint32(8 + content.length, crc32(out.subarray(4, 8 + content.length)));
  return out;
}
