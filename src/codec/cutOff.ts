import type { SourceType } from '../core/settings.ts';
import { characters, uint16LE, uint32, uint32LE } from './bytes.ts';
import { shareOfPng } from './png/soundPng.ts';

/**
 * How much of a file is there by what it promises itself, from 0 to 1; 1 where it does not say, or where nothing is missing.
 * Asked of files that could not be decoded, so that a person learns why. (Of a JPEG its blocks are counted.)
 */
export async function shareThere(bytes: Uint8Array<ArrayBuffer>, type: SourceType): Promise<number> {
  switch (type) {
    case 'image/png':
      return shareOfPng(bytes);
    case 'image/webp':
      return share(bytes, 8 + uint32LE(bytes, 4));
    case 'image/bmp':
      return share(bytes, bmpBytes(bytes));
    case 'image/heic':
    case 'image/avif':
      return share(bytes, isoBytes(bytes));
    default:
      return 1;
  }
}

function share(bytes: Uint8Array, promised: number): number {
  return promised === 0 ? 1 : Math.min(1, bytes.length / promised);
}

/** Rows of whole words, where they are not packed. */
function bmpBytes(bytes: Uint8Array): number {
  const core = uint32LE(bytes, 14) === 12;
  const packed = !core && ![0, 3, 6].includes(uint32LE(bytes, 30));
  if (packed) return uint32LE(bytes, 2);
  const width = core ? uint16LE(bytes, 18) : uint32LE(bytes, 18);
  const height = core ? uint16LE(bytes, 20) : Math.abs(uint32LE(bytes, 22) | 0);
  const bits = uint16LE(bytes, core ? 24 : 28);
  return uint32LE(bytes, 10) + Math.ceil((width * bits) / 32) * 4 * height;
}

/** Up to the end of the last box. */
function isoBytes(bytes: Uint8Array): number {
  let at = 0;
  while (at + 8 <= bytes.length) {
    const size = uint32(bytes, at);
    if (size === 0) return bytes.length;
    const length = size === 1 ? uint32(bytes, at + 12) : size;
    if (length < 8 || !/^[\x20-\x7e\xa9]{4}$/.test(characters(bytes, at + 4, 4))) return 0;
    at += length;
  }
  return at;
}
