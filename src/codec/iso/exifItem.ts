import { characters, uint16, uint32 } from '../bytes.ts';
import { type Box, boxes, find } from './boxes.ts';

/** The EXIF block of a HEIC or AVIF: a TIFF; null where there is none. ISO/IEC 23008-12, annex A; 14496-12, 8.11. */
export function exifItem(bytes: Uint8Array): Uint8Array | null {
  const meta = find(boxes(bytes, 0, bytes.length), 'meta');
  if (meta === null) return null;
  const inMeta = boxes(bytes, meta.from + 4, meta.to);
  const [infos, places] = [find(inMeta, 'iinf'), find(inMeta, 'iloc')];
  const item = infos && exifItemId(bytes, infos);
  if (item === null || places === null) return null;
  const place = placeOf(bytes, places, item);
  if (place === null) return null;
  const idat = find(inMeta, 'idat');
  const start = place.within === 'idat' ? (idat?.from ?? bytes.length) : 0;
  const content = bytes.subarray(start + place.from, start + place.from + place.length);
  // How far behind this number the TIFF begins: some write the name of the JPEG segment before it.
  return content.length < 4 ? null : content.subarray(4 + uint32(content, 0));
}

function exifItemId(bytes: Uint8Array, { from, to }: Box): number | null {
  const start = from + 4 + (bytes[from] === 0 ? 2 : 4);
  for (const { name, from: at } of boxes(bytes, start, to)) {
    const version = bytes[at] ?? 0;
    if (name !== 'infe' || version < 2) continue;
    const wide = version > 2;
    // Behind the number and its protection.
    if (characters(bytes, at + (wide ? 10 : 8), 4) !== 'Exif') continue;
    return wide ? uint32(bytes, at + 4) : uint16(bytes, at + 4);
  }
  return null;
}

interface Place {
  readonly within: 'file' | 'idat';
  readonly from: number;
  readonly length: number;
}

/** Where an item lies, if it lies in one piece. */
function placeOf(bytes: Uint8Array, { from, to }: Box, item: number): Place | null {
  const version = bytes[from] ?? 0;
  const sizes = uint16(bytes, from + 4);
  const [offset, length, base, index] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15, sizes & 15];
  const wide = version >= 2;
  const count = wide ? uint32(bytes, from + 6) : uint16(bytes, from + 6);
  let at = from + (wide ? 10 : 8);
  for (let i = 0; i < count && at < to; i++) {
    const id = wide ? uint32(bytes, at) : uint16(bytes, at);
    at += wide ? 4 : 2;
    const within = version > 0 && (uint16(bytes, at) & 15) === 1 ? 'idat' : 'file';
    // Where it is made from, which data file it lies in, where that begins.
    at += (version > 0 ? 2 : 0) + 2;
    const start = number(bytes, at, base);
    const extents = uint16(bytes, at + base);
    at += base + 2;
    const step = (version > 0 ? index : 0) + offset + length;
    if (id === item) {
      const extent = at + (version > 0 ? index : 0);
      if (extents !== 1) return null;
      return {
        within,
        from: start + number(bytes, extent, offset),
        length: number(bytes, extent + offset, length),
      };
    }
    at += extents * step;
  }
  return null;
}

/** Of 0, 4 or 8 bytes. */
function number(bytes: Uint8Array, at: number, size: number): number {
  if (size === 8) return uint32(bytes, at) * 2 ** 32 + uint32(bytes, at + 4);
  return size === 4 ? uint32(bytes, at) : 0;
}
