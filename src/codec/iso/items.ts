import { characters, uint16, uint32 } from '../bytes.ts';
import { type Box, boxes, find } from './boxes.ts';

/** An item of a HEIC or AVIF: a picture, a tile of one, its EXIF … ISO/IEC 14496-12, 8.11. */
export interface IsoItem {
  /** `hvc1` and `av01` are coded pictures, `Exif` what it says. */
  readonly type: string;
  /** As much of it as there is. */
  readonly content: Uint8Array;
}

/** The items of these types that lie in one piece, in the file's order. */
export function itemsOf(bytes: Uint8Array, types: ReadonlySet<string>): readonly IsoItem[] {
  const meta = find(boxes(bytes, 0, bytes.length), 'meta');
  if (meta === null) return [];
  const inMeta = boxes(bytes, meta.from + 4, meta.to);
  const [infos, locations] = [find(inMeta, 'iinf'), find(inMeta, 'iloc')];
  if (infos === null || locations === null) return [];
  const idat = find(inMeta, 'idat');
  const places = placesOf(bytes, locations);
  return entriesOf(bytes, infos).flatMap(({ id, type }) => {
    const place = types.has(type) ? places.get(id) : undefined;
    if (place === undefined) return [];
    const from = place.from + (place.within === 'idat' ? (idat?.from ?? bytes.length) : 0);
    return [{ type, content: bytes.subarray(from, from + place.length) }];
  });
}

function entriesOf(
  bytes: Uint8Array,
  { from, to }: Box,
): readonly { readonly id: number; readonly type: string }[] {
  const start = from + 4 + (bytes[from] === 0 ? 2 : 4);
  return boxes(bytes, start, to).flatMap(({ name, from: at }) => {
    const version = bytes[at] ?? 0;
    if (name !== 'infe' || version < 2) return [];
    const wide = version > 2;
    const id = wide ? uint32(bytes, at + 4) : uint16(bytes, at + 4);
    // Behind the number and its protection.
    return [{ id, type: characters(bytes, at + (wide ? 10 : 8), 4) }];
  });
}

interface Place {
  readonly within: 'file' | 'idat';
  readonly from: number;
  readonly length: number;
}

/** Where items lie, of those that lie in one piece. */
function placesOf(bytes: Uint8Array, { from, to }: Box): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>();
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
    const before = version > 0 ? index : 0;
    if (extents === 1)
      places.set(id, {
        within,
        from: start + number(bytes, at + before, offset),
        length: number(bytes, at + before + offset, length),
      });
    at += extents * (before + offset + length);
  }
  return places;
}

/** Of 0, 4 or 8 bytes. */
function number(bytes: Uint8Array, at: number, size: number): number {
  if (size === 8) return uint32(bytes, at) * 2 ** 32 + uint32(bytes, at + 4);
  return size === 4 ? uint32(bytes, at) : 0;
}
