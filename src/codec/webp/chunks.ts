import { characters, uint32LE } from '../bytes.ts';

/** A chunk of a WebP. */
export interface WebpChunk {
  readonly name: string;
  /** Where its content starts and ends; the end may lie behind the bytes. */
  readonly from: number;
  readonly to: number;
}

/** The chunks of a WebP one after another (RIFF: little-endian, each at an even place). */
export function* webpChunks(bytes: Uint8Array): Generator<WebpChunk> {
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = uint32LE(bytes, at + 4);
    yield { name: characters(bytes, at, 4), from: at + 8, to: at + 8 + length };
    at += 8 + length + (length % 2);
  }
}

/** What the first chunk of an extended WebP promises. */
export interface WebpFlags {
  readonly profile: boolean;
  readonly alpha: boolean;
  readonly exif: boolean;
  readonly xmp: boolean;
  readonly animated: boolean;
}

/** All of them false for a simple one. */
export function webpFlags(bytes: Uint8Array): WebpFlags {
  const flags = characters(bytes, 12, 4) === 'VP8X' ? (bytes[20] ?? 0) : 0;
  return {
    profile: (flags & 0x20) !== 0,
    alpha: (flags & 0x10) !== 0,
    exif: (flags & 0x08) !== 0,
    xmp: (flags & 0x04) !== 0,
    animated: (flags & 0x02) !== 0,
  };
}
