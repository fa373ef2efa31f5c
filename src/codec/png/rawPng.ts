import type { IsoColour } from '../iso/isoPicture.ts';
import { chunk } from '../metadata/pngChunks.ts';
import { pngFile } from './pngFile.ts';

/** Bytes in one stored block of a deflate stream. */
const blockSize = 65_535;

/**
 * Pixels with their colour space as an uncompressed PNG: the way to have the browser convert colours of any ICC
 * profile or coded space. 12 megapixels take a few tenths of a second, for the rare photo that is neither sRGB nor
 * Display P3.
 */
export function rawPng(
  width: number,
  height: number,
  data: Uint8ClampedArray,
  colour: IsoColour,
): Uint8Array<ArrayBuffer> {
  const rows = new Uint8Array((width * 4 + 1) * height);
  for (let y = 0; y < height; y++) {
    // The first byte of a row names its filter: none.
    rows.set(data.subarray(y * width * 4, (y + 1) * width * 4), y * (width * 4 + 1) + 1);
  }
  return pngFile(width, height, 6, [colourChunk(colour), chunk('IDAT', stored(rows))]);
}

function colourChunk(colour: IsoColour): Uint8Array {
  // RGB values of full range.
  if (colour.kind === 'coded') return chunk('cICP', Uint8Array.of(colour.primaries, colour.transfer, 0, 1));
  const packed = stored(colour.icc);
  const content = new Uint8Array(3 + packed.length);
  // A name of one letter, its end, the only method of compression.
  content.set([0x49, 0, 0]);
  content.set(packed, 3);
  return chunk('iCCP', content);
}

/** A zlib stream that holds the bytes as they are. */
export function stored(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const blocks = Math.max(1, Math.ceil(bytes.length / blockSize));
  const out = new Uint8Array(2 + bytes.length + 5 * blocks + 4);
  const view = new DataView(out.buffer);
  out.set([0x78, 0x01]);
  let to = 2;
  for (let i = 0; i < blocks; i++) {
    const block = bytes.subarray(i * blockSize, (i + 1) * blockSize);
    out[to] = i === blocks - 1 ? 1 : 0;
    view.setUint16(to + 1, block.length, true);
    view.setUint16(to + 3, ~block.length & 0xffff, true);
    out.set(block, to + 5);
    to += 5 + block.length;
  }
  view.setUint32(to, adler32(bytes));
  return out;
}

function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  // As many as cannot overflow 32 bits.
  for (let from = 0; from < bytes.length; from += 3800) {
    const to = Math.min(bytes.length, from + 3800);
    for (let i = from; i < to; i++) {
      a += bytes[i] ?? 0;
      b += a;
    }
    a %= 65_521;
    b %= 65_521;
  }
  return ((b << 16) | a) >>> 0;
}
