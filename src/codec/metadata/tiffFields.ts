import { characters, uint16, uint16LE, uint32, uint32LE } from '../bytes.ts';

/** Reading the directories of a TIFF, which EXIF is too (TIFF 6.0; EXIF 3.0, 4.6). Nothing here trusts the numbers. */
export interface Tiff {
  /** The TIFF, or a window of it. */
  readonly bytes: Uint8Array;
  /** Where in the TIFF the window begins. */
  readonly base: number;
  /** Where its first directory stands. */
  readonly first: number;
  readonly little: boolean;
}

export interface TiffField {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  /** Where its values stand. */
  readonly at: number;
  /** Where its own 12 bytes stand. */
  readonly entry: number;
}

/** Bytes a value of each type takes; 0 for types that there are not. */
const sizes: readonly number[] = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];
/** UTF-8, of EXIF 3.0. */
const utf8Type = 129;

/** Null where the bytes do not begin as a TIFF does. Raw files that are TIFFs but for their number come in too. */
export function openTiff(bytes: Uint8Array): Tiff | null {
  const order = characters(bytes, 0, 2);
  if (order !== 'II' && order !== 'MM') return null;
  const little = order === 'II';
  return { bytes, base: 0, little, first: little ? uint32LE(bytes, 4) : uint32(bytes, 4) };
}

function short({ bytes, base, little }: Tiff, at: number): number {
  return little ? uint16LE(bytes, at - base) : uint16(bytes, at - base);
}

function long({ bytes, base, little }: Tiff, at: number): number {
  return little ? uint32LE(bytes, at - base) : uint32(bytes, at - base);
}

/** Whether so many bytes at an offset lie within what is seen of the TIFF. */
export function holds({ bytes, base }: Tiff, at: number, length: number): boolean {
  return at >= base && at + length <= base + bytes.length;
}

export interface Directory {
  readonly fields: readonly TiffField[];
  /** Where the next one stands; 0 for none. */
  readonly next: number;
}

/** No directory of a photo has more; whoever promises more is not believed. */
const mostFields = 1000;

/** The directory at an offset, as far as it lies within the bytes. */
export function directoryAt(tiff: Tiff, offset: number): Directory {
  const fields: TiffField[] = [];
  const count = Math.min(mostFields, short(tiff, offset));
  for (let i = 0; i < count; i++) {
    const entry = offset + 2 + 12 * i;
    if (!holds(tiff, entry, 12)) return { fields, next: 0 };
    const [tag, type, values] = [short(tiff, entry), short(tiff, entry + 2), long(tiff, entry + 4)];
    const size = type === utf8Type ? 1 : (sizes[type] ?? 0);
    if (size === 0) continue;
    const at = size * values <= 4 ? entry + 8 : long(tiff, entry + 8);
    fields.push({ tag, type, count: values, at, entry });
  }
  return { fields, next: long(tiff, offset + 2 + 12 * count) };
}

/** The whole numbers of a field, at most `most`; other types give none. */
export function numbersOf(tiff: Tiff, { type, count, at }: TiffField, most = 1): readonly number[] {
  const size = sizes[type] ?? 0;
  const read = readerOf(type);
  if (read === null) return [];
  const values: number[] = [];
  for (let i = 0; i < Math.min(count, most) && holds(tiff, at + i * size, size); i++) {
    values.push(read(tiff, at + i * size));
  }
  return values;
}

/** The first number of a tag; null where there is none. */
export function numberOf(tiff: Tiff, fields: readonly TiffField[], tag: number): number | null {
  const field = fields.find(one => one.tag === tag);
  return field === undefined ? null : (numbersOf(tiff, field)[0] ?? null);
}

function readerOf(type: number): ((tiff: Tiff, at: number) => number) | null {
  switch (type) {
    case 1:
    case 6:
    case 7:
      return ({ bytes, base }, at) => bytes[at - base] ?? 0;
    case 3:
    case 8:
      return short;
    case 4:
    case 9:
    case 13:
      return long;
    default:
      return null;
  }
}
