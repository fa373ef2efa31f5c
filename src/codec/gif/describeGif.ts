import { uint16LE } from '../bytes.ts';
import type { Described, Seen } from '../describe/description.ts';

/** Whether a GIF moves shows where its second frame starts; all else stands before the first. */
export function describeGif({ bytes, whole }: Seen): Described {
  const [width, height] = [uint16LE(bytes, 6), uint16LE(bytes, 8)];
  if (width === 0 || height === 0) return null;
  const animated = framesOf(bytes, 2) > 1;
  return {
    width,
    height,
    orientation: 1,
    turnedBy: 'browser',
    alpha: 'on-off',
    animated,
    colour: { model: 'palette', bits: 8, profile: false },
    settled: whole || animated,
  };
}

/** Frames of a GIF, counted up to `enough`. */
function framesOf(bytes: Uint8Array, enough: number): number {
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
