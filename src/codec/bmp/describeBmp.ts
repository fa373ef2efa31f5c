import { uint16LE, uint32LE } from '../bytes.ts';
import type { Described, Seen } from '../describe/description.ts';

/** Where the second header stands; its first field is its own size, which tells the version. */
const headerAt = 14;
/** OS/2's first: sides of 16 bits. */
const coreBytes = 12;
/** Windows 4 and 5 name an alpha mask, OS/2's second is 64 bytes long and does not. */
const withAlphaMask = new Set([56, 108, 124]);
/** A JPEG or a PNG inside, which only printers take. */
const coded = new Set([4, 5]);

/** What a bitmap's own header says, of whichever version. A negative height means rows from the top. */
export function describeBmp({ bytes, whole }: Seen): Described {
  const headerBytes = uint32LE(bytes, headerAt);
  const core = headerBytes === coreBytes;
  // A short header of OS/2's second version has sides and depth all the same.
  if (bytes.length < headerAt + (core ? coreBytes : 16)) return null;
  const width = core ? uint16LE(bytes, 18) : uint32LE(bytes, 18) | 0;
  const height = core ? uint16LE(bytes, 20) : Math.abs(uint32LE(bytes, 22) | 0);
  const bits = uint16LE(bytes, core ? 24 : 28);
  if (width <= 0 || height === 0 || (!core && coded.has(uint32LE(bytes, 30)))) return null;
  return {
    width,
    height,
    orientation: 1,
    turnedBy: 'browser',
    // Masks may put alpha anywhere; without one, browsers take the fourth byte as nothing or as alpha.
    alpha: bits === 32 || withAlphaMask.has(headerBytes) ? 'levels' : 'none',
    animated: false,
    colour: { model: bits <= 8 ? 'palette' : 'rgb', bits: Math.min(bits, 8), profile: false },
    settled: whole || bytes.length >= headerAt + headerBytes,
  };
}
