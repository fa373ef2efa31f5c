import { uint16LE } from '../bytes.ts';
import { PhotoError, refusedAsCutOff } from '../photoError.ts';

/** Codes of a GIF's LZW are at most this long, in bits. */
const longestCode = 12;

/**
 * Refuses a GIF whose first picture is not all there: browsers show what there is, and nothing or black in place of the
 * rest. Pixels are counted by following its codes, not made.
 *
 * @throws PhotoError `cut-off` or `unreadable`
 */
export function soundGif(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const frame = firstFrame(bytes);
  if (frame === null) throw refusedAsCutOff(0);
  const { width, height, at } = frame;
  const { pixels, sound } = countPixels(bytes, at, width * height);
  // Some programs leave a few out at the end, which nobody sees.
  if (pixels > width * (height - 1)) return bytes;
  if (!sound) throw new PhotoError({ kind: 'unreadable' });
  throw refusedAsCutOff(pixels / (width * height));
}

/** Size of the first picture, and where its data begins; null where the file ends before it. */
function firstFrame(
  bytes: Uint8Array,
): { readonly width: number; readonly height: number; readonly at: number } | null {
  const tableBytes = (flags: number) => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));
  let at = 13 + tableBytes(bytes[10] ?? 0);
  while (bytes[at] === 0x21) {
    at += 2;
    while (at < bytes.length && bytes[at] !== 0) at += (bytes[at] ?? 0) + 1;
    at += 1;
  }
  if (bytes[at] !== 0x2c || at + 11 > bytes.length) return null;
  const [width, height] = [uint16LE(bytes, at + 5), uint16LE(bytes, at + 7)];
  return { width, height, at: at + 10 + tableBytes(bytes[at + 9] ?? 0) };
}

/** How many pixels the codes stand for, up to `enough`; `sound` is false where one stands for nothing. */
function countPixels(
  bytes: Uint8Array,
  from: number,
  enough: number,
): { readonly pixels: number; readonly sound: boolean } {
  const first = bytes[from] ?? 0;
  if (first < 1 || first > 11) return { pixels: 0, sound: from >= bytes.length };
  const clear = 1 << first;
  /** Pixels that each code stands for. */
  const lengths = new Uint32Array(1 << longestCode).fill(1, 0, clear);
  let next = clear + 2;
  let size = first + 1;
  let before = -1;
  let pixels = 0;
  let held = 0;
  let bits = 0;
  for (const byte of dataOf(bytes, from + 1)) {
    held |= byte << bits;
    bits += 8;
    while (bits >= size && pixels < enough) {
      const code = held & ((1 << size) - 1);
      held >>>= size;
      bits -= size;
      if (code === clear + 1) return { pixels, sound: true };
      if (code === clear) {
        next = clear + 2;
        size = first + 1;
        before = -1;
        continue;
      }
      if (code > next || (code === next && before === -1)) return { pixels, sound: false };
      const grown = before === -1 ? 0 : (lengths[before] ?? 0) + 1;
      if (before !== -1 && next < 1 << longestCode) {
        lengths[next] = grown;
        next += 1;
        if (next === 1 << size && size < longestCode) size += 1;
      }
      pixels += code < next ? (lengths[code] ?? 0) : grown;
      before = code;
    }
    if (pixels >= enough) break;
  }
  return { pixels, sound: true };
}

/** The bytes of the blocks that follow each other, up to an empty one. */
function* dataOf(bytes: Uint8Array, from: number): Generator<number> {
  for (let at = from; at < bytes.length && bytes[at] !== 0; at += (bytes[at] ?? 0) + 1) {
    const to = Math.min(bytes.length, at + 1 + (bytes[at] ?? 0));
    for (let i = at + 1; i < to; i++) yield bytes[i] ?? 0;
  }
}
