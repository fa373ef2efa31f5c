import { uint16LE, uint32LE } from '../bytes.ts';

/** Where a header of version 4 or 5 keeps its alpha mask. */
const alphaMaskAt = 66;
/** Sizes of the second header from which on there is one. */
const withAlphaMask = new Set([56, 108, 124]);

/**
 * A bitmap as ImageMagick reads it: programs that know nothing of alpha leave it at 0 in every pixel, and mean a picture that is
 * all there. Browsers show nothing then. Such a file is given without its alpha mask.
 */
export function soundBmp(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const mask = alphaMaskOf(bytes);
  if (mask === 0 || !isAllClear(bytes, mask)) return bytes;
  const copy = bytes.slice();
  copy.fill(0, alphaMaskAt, alphaMaskAt + 4);
  return copy;
}

/** 0 where there is none, or where its pixels are packed. */
function alphaMaskOf(bytes: Uint8Array): number {
  const bits = uint16LE(bytes, 28);
  const compression = uint32LE(bytes, 30);
  const plain = compression === 0 || compression === 3 || compression === 6;
  if (!withAlphaMask.has(uint32LE(bytes, 14)) || !plain || (bits !== 32 && bits !== 16)) return 0;
  return uint32LE(bytes, alphaMaskAt);
}

function isAllClear(bytes: Uint8Array, mask: number): boolean {
  const width = uint32LE(bytes, 18);
  const height = Math.abs(uint32LE(bytes, 22) | 0);
  const size = uint16LE(bytes, 28) / 8;
  const stride = Math.ceil((width * size) / 4) * 4;
  const start = uint32LE(bytes, 10);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = start + y * stride + x * size;
      if (at + size > bytes.length) return true;
      const pixel = size === 4 ? uint32LE(bytes, at) : uint16LE(bytes, at);
      // Compared as whole numbers: the top bit makes what `&` gives negative.
      if ((pixel & mask) >>> 0 !== 0) return false;
    }
  }
  return true;
}
