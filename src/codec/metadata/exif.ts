import { cleanText, type Marks, rightsOf } from './marks.ts';

/** A field of a TIFF directory. Types: 2 text with a zero behind it, 4 a number of 32 bits, 7 bytes. */
interface Field {
  readonly tag: number;
  readonly type: 2 | 4 | 7;
  readonly value: Uint8Array;
}

/**
 * An EXIF block (a little-endian TIFF without a picture) with date, author and copyright for the many programs that
 * read no XMP; null when there is none of them. Texts are UTF-8, as phones write them. Nothing else is in it: no
 * camera, no place, no thumbnail, and no orientation, since the picture stands upright.
 */
export function exifBlock(marks: Marks): Uint8Array<ArrayBuffer> | null {
  const { credit } = marks;
  if (credit === null) return null;
  const author = cleanText(credit.author ?? '');
  const rights = rightsOf(marks);
  const first: Field[] = [];
  if (author !== '') first.push(textField(0x013b, author));
  if (rights !== '') first.push(textField(0x8298, rights));
  const taken = takenFields(credit.captured, credit.offset);
  if (first.length === 0 && taken.length === 0) return null;

  const header = [0x49, 0x49, 42, 0, 8, 0, 0, 0];
  if (taken.length === 0) return Uint8Array.from([...header, ...directory(first, 8)]);
  // The first directory is as long whatever its pointer says.
  const at = 8 + directory([...first, pointer(0)], 8).length;
  return Uint8Array.from([...header, ...directory([...first, pointer(at)], 8), ...directory(taken, at)]);
}

function takenFields(captured: string | null, offset: string | null): readonly Field[] {
  if (captured === null) return [];
  return [
    { tag: 0x9000, type: 7, value: new TextEncoder().encode('0232') },
    textField(0x9003, captured),
    ...(offset === null ? [] : [textField(0x9011, offset)]),
  ];
}

function textField(tag: number, text: string): Field {
  return { tag, type: 2, value: new TextEncoder().encode(`${text}\0`) };
}

/** Where the directory with the date lies. */
function pointer(to: number): Field {
  return { tag: 0x8769, type: 4, value: Uint8Array.from(number32(to)) };
}

/** A directory that starts at `at`, fields in rising order of their tags, with their longer values behind it. */
function directory(given: readonly Field[], at: number): readonly number[] {
  const fields = [...given].sort((a, b) => a.tag - b.tag);
  const entries: number[] = [];
  const values: number[] = [];
  const valuesAt = at + 2 + 12 * fields.length + 4;
  for (const { tag, type, value } of fields) {
    entries.push(...number16(tag), ...number16(type), ...number32(type === 4 ? 1 : value.length));
    if (value.length <= 4) entries.push(...value, ...new Array<number>(4 - value.length).fill(0));
    else {
      entries.push(...number32(valuesAt + values.length));
      // Values start at even places.
      values.push(...value, ...(value.length % 2 === 0 ? [] : [0]));
    }
  }
  return [...number16(fields.length), ...entries, ...number32(0), ...values];
}

function number16(value: number): readonly number[] {
  return [value & 255, value >> 8];
}

function number32(value: number): readonly number[] {
  return [...number16(value & 0xffff), ...number16(value >>> 16)];
}
