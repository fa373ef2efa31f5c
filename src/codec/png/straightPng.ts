import type { Pixels } from '../../engine/engine.ts';
import { characters, uint32 } from '../bytes.ts';

/**
 * PNGs with clear pixels, read without the browser: its canvases forget the colours under clear pixels, and those
 * colours have their part in the averages of the pixels beside them (docs/method.md: alpha plays no part). And all
 * others, where a browser lets no page read its canvases.
 */

/** Chunks that change colours or turn the picture; with any of them the browser has to do it. */
const browsersOwn = new Set(['iCCP', 'gAMA', 'cHRM', 'cICP', 'eXIf']);

/** Colour types in which a `tRNS` chunk makes one colour clear, which is left to the browser: grey, RGB. */
const withClearColour = new Set([0, 2]);

/** The pixels as they are in the file, every colour under every alpha; null where it takes a browser to read it. */
export async function decodeStraightPng(bytes: Uint8Array): Promise<Pixels | null> {
  if (!isStraight(bytes)) return null;
  // Few photos need it, so it is fetched with the first of them.
  const { convertIndexedToRgb, decode } = await import('fast-png');
  try {
    const png = decode(bytes, { checkCrc: true });
    const { width, height, depth } = png;
    const indexed = png.palette !== undefined;
    const values = indexed ? convertIndexedToRgb(png) : png.data;
    const channels = values.length / (width * height);
    // Less than 8 bits of grey lie packed.
    if (!Number.isInteger(channels)) return null;
    const grey = channels < 3;
    const clear = channels % 2 === 0;
    const scale = depth === 16 && !indexed ? 257 : 1;
    const data = new Uint8ClampedArray(width * height * 4);
    for (let to = 0, from = 0; to < data.length; to += 4, from += channels) {
      data[to] = (values[from] ?? 0) / scale;
      data[to + 1] = (values[grey ? from : from + 1] ?? 0) / scale;
      data[to + 2] = (values[grey ? from : from + 2] ?? 0) / scale;
      data[to + 3] = clear ? (values[from + channels - 1] ?? 0) / scale : 255;
    }
    return { width, height, data };
  } catch {
    // The browser read it, so what it made of it is used.
    return null;
  }
}

function isStraight(bytes: Uint8Array): boolean {
  if (characters(bytes, 12, 4) !== 'IHDR') return false;
  for (let at = 8; at + 8 <= bytes.length; at += uint32(bytes, at) + 12) {
    const name = characters(bytes, at + 4, 4);
    if (browsersOwn.has(name) || (name === 'tRNS' && withClearColour.has(bytes[25] ?? 0))) return false;
    if (name === 'IDAT') return true;
  }
  return false;
}
