import { characters, uint16LE, uint32LE } from '../bytes.ts';
import type { Described, Orientation, Seen } from '../describe/description.ts';
import { exifOrientation, xmpOrientation } from '../metadata/orientation.ts';
import { webpChunks, webpFlags } from './chunks.ts';

/** EXIF and XMP stand behind the pixels, so the first bytes seldom say all. RFC 9649. */
export function describeWebp({ bytes, whole }: Seen): Described {
  const size = sizeOf(bytes);
  if (size === null) return null;
  const flags = webpFlags(bytes);
  let exif: Orientation | null = null;
  let xmp: Orientation | null = null;
  // Readers find the chunks whether or not the flags promise them.
  for (const { name, from, to } of webpChunks(bytes)) {
    if (name === 'EXIF') exif ??= exifOrientation(bytes.subarray(from, to))?.orientation ?? null;
    if (name === 'XMP ') xmp ??= xmpOrientation(bytes.subarray(from, to));
  }
  const orientation = exif ?? xmp ?? 1;
  return {
    ...size,
    orientation,
    // Chromium leaves the orientation of a WebP to the page; other browsers may not.
    turnedBy: orientation === 1 ? 'browser' : 'here',
    alpha: flags.alpha || characters(bytes, 12, 4) === 'VP8L' ? 'levels' : 'none',
    animated: flags.animated,
    colour: { model: 'rgb', bits: 8, profile: flags.profile },
    settled: whole,
  };
}

function sizeOf(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  if (bytes.length < 30) return null;
  switch (characters(bytes, 12, 4)) {
    case 'VP8X':
      return { width: 1 + uint24(bytes, 24), height: 1 + uint24(bytes, 27) };
    case 'VP8L': {
      const bits = uint32LE(bytes, 21);
      return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
    }
    case 'VP8 ': {
      // Behind the frame's tag and its start code; the top two bits ask for scaling.
      const [width, height] = [uint16LE(bytes, 26) & 0x3fff, uint16LE(bytes, 28) & 0x3fff];
      return width > 0 && height > 0 ? { width, height } : null;
    }
    default:
      return null;
  }
}

function uint24(bytes: Uint8Array, at: number): number {
  return uint16LE(bytes, at) | ((bytes[at + 2] ?? 0) << 16);
}
