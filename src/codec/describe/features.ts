import type { SourceType } from '../../core/settings.ts';
import { characters, uint32 } from '../bytes.ts';
import { isoBrands } from './sniff.ts';

/** What the bytes of a picture say about it beyond its size, without decoding it. */

/** Major brands of HEIC files that are first of all a film. */
const sequenceBrands = new Set(['msf1', 'hevc', 'hevx']);

/** Whether there is more than one frame, of which only the first is used. */
export function isAnimated(bytes: Uint8Array, type: SourceType): boolean {
  if (type === 'image/gif') return gifFrames(bytes, 2) > 1;
  if (type === 'image/png') return pngChunksBeforeData(bytes).includes('acTL');
  if (type === 'image/webp') return (webpFlags(bytes) & 0x02) !== 0;
  if (type === 'image/heic') return sequenceBrands.has(isoBrands(bytes)[0] ?? '');
  return type === 'image/avif' && isoBrands(bytes)[0] === 'avis';
}

/**
 * Whether there can be half transparent pixels. GIF has none: its pixels are there or not, which needs no care.
 * May say yes to a picture that turns out opaque, never no to one that is not.
 */
export function mayBeTranslucent(bytes: Uint8Array, type: SourceType): boolean {
  switch (type) {
    case 'image/jpeg':
    case 'image/gif':
      return false;
    case 'image/png':
      return ((bytes[25] ?? 0) & 4) !== 0 || pngChunksBeforeData(bytes).includes('tRNS');
    case 'image/webp':
      return characters(bytes, 12, 4) === 'VP8L' || (webpFlags(bytes) & 0x10) !== 0;
    case 'image/bmp':
      return bytes[28] === 32;
    default:
      return true;
  }
}

/** The flags of an extended WebP; 0 for a simple one. */
function webpFlags(bytes: Uint8Array): number {
  return characters(bytes, 12, 4) === 'VP8X' ? (bytes[20] ?? 0) : 0;
}

/** Names of a PNG's chunks up to its pixels. */
function pngChunksBeforeData(bytes: Uint8Array): readonly string[] {
  const names: string[] = [];
  for (let at = 8; at + 8 <= bytes.length; at += uint32(bytes, at) + 12) {
    const name = characters(bytes, at + 4, 4);
    if (name === 'IDAT') break;
    names.push(name);
  }
  return names;
}

/** Frames of a GIF, counted up to `enough`. */
function gifFrames(bytes: Uint8Array, enough: number): number {
  const afterTable = (at: number, flags: number) =>
    at + ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));
  const afterBlocks = (from: number) => {
    let at = from;
    while (at < bytes.length && bytes[at] !== 0) at += (bytes[at] ?? 0) + 1;
    return at + 1;
  };
  let frames = 0;
  let at = afterTable(13, bytes[10] ?? 0);
  while (at < bytes.length && frames < enough) {
    if (bytes[at] === 0x21) at = afterBlocks(at + 2);
    else if (bytes[at] === 0x2c) {
      frames += 1;
      // Descriptor of 10 bytes, its own colour table, the code size, then the data.
      at = afterBlocks(afterTable(at + 10, bytes[at + 9] ?? 0) + 1);
    } else break;
  }
  return frames;
}
