import { inflateStart } from '../png/inflate.ts';
import { unpackLzw } from './lzw.ts';
import type { TiffPacking } from './tiffPicture.ts';

/** The bytes of a strip or tile, `length` of them; zeros stand for what is missing. Pieces of JPEG are pictures of their own. */
export async function unpackPiece(
  packed: Uint8Array<ArrayBuffer>,
  packing: Exclude<TiffPacking, 'jpeg'>,
  length: number,
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly whole: boolean }> {
  const bytes = await unpacked(packed, packing, length);
  if (bytes.length >= length) return { bytes, whole: true };
  const filled = new Uint8Array(length);
  filled.set(bytes);
  return { bytes: filled, whole: false };
}

async function unpacked(
  packed: Uint8Array<ArrayBuffer>,
  packing: Exclude<TiffPacking, 'jpeg'>,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> {
  switch (packing) {
    case 'none':
      // A copy, since differences are undone in place.
      return packed.slice(0, length);
    case 'lzw':
      return unpackLzw(packed, length);
    case 'deflate':
      return (await inflateStart(packed, length)).slice();
    case 'packbits':
      return unpackBits(packed, length);
  }
}

/** PackBits: a count, then as many bytes, or one byte as often (TIFF 6.0, section 9). */
function unpackBits(packed: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(length);
  let [at, to] = [0, 0];
  while (at < packed.length && to < length) {
    const count = ((packed[at] ?? 0) << 24) >> 24;
    at += 1;
    if (count >= 0) {
      const run = packed.subarray(at, at + Math.min(count + 1, length - to));
      out.set(run, to);
      to += run.length;
      at += count + 1;
    } else if (count !== -128) {
      out.fill(packed[at] ?? 0, to, Math.min(length, to + 1 - count));
      to = Math.min(length, to + 1 - count);
      at += 1;
    }
  }
  return out.subarray(0, to);
}
