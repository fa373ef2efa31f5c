import { characters } from '../bytes.ts';
import { textOfBytes } from './texts.ts';
import { directoryAt, holds, numberOf, openTiff, type Tiff, type TiffField } from './tiffFields.ts';

/** What one block says of who took a photo and when, in the words of that block; missing where it says nothing. */
export interface Said {
  /** A date with a time, in whichever of the usual spellings. */
  readonly taken?: string;
  /** Its distance from UTC. */
  readonly offset?: string;
  readonly author?: string;
  readonly rights?: string;
}

const exifTags = { artist: 0x13b, copyright: 0x8298, exif: 0x8769, taken: 0x9003, offset: 0x9011 } as const;

/** No place, no camera, no thumbnail: they are not even read. */
export function saidByExif(block: Uint8Array): Said {
  const tiff = openTiff(characters(block, 0, 4) === 'Exif' ? block.subarray(6) : block);
  if (tiff === null) return {};
  const { fields } = directoryAt(tiff, tiff.first);
  const exif = numberOf(tiff, fields, exifTags.exif);
  const inExif = exif === null ? [] : directoryAt(tiff, exif).fields;
  return {
    author: exifText(tiff, fields, exifTags.artist),
    // The photographer's, then a zero and the editor's.
    rights: exifText(tiff, fields, exifTags.copyright),
    taken: exifText(tiff, inExif, exifTags.taken),
    offset: exifText(tiff, inExif, exifTags.offset),
  };
}

/** Far longer than any that is kept. */
const longestText = 10_000;

function exifText(tiff: Tiff, fields: readonly TiffField[], tag: number): string {
  const field = fields.find(one => one.tag === tag);
  // Text, or UTF-8 as EXIF 3.0 has it.
  if (field === undefined || (field.type !== 2 && field.type !== 129)) return '';
  const length = Math.min(field.count, longestText);
  if (!holds(tiff, field.at, length)) return '';
  const at = field.at - tiff.base;
  return textOfBytes(tiff.bytes.subarray(at, at + length));
}

/** IPTC's records: a byte 0x1C, record and number, a length, the value. */
export function saidByIptc(records: Uint8Array): Said {
  const values = new Map<number, string[]>();
  for (let at = 0; at + 5 <= records.length && records[at] === 0x1c; ) {
    const length = ((records[at + 3] ?? 0) << 8) | (records[at + 4] ?? 0);
    // Lengths of more than 32,767 bytes are written otherwise, and nothing of that size is looked for.
    if (length > 0x7fff) break;
    if (records[at + 1] === 2) {
      const number = records[at + 2] ?? 0;
      values.set(number, [
        ...(values.get(number) ?? []),
        textOfBytes(records.subarray(at + 5, at + 5 + length)),
      ]);
    }
    at += 5 + length;
  }
  const first = (number: number) => values.get(number)?.[0] ?? '';
  return {
    taken: iptcMoment(first(55), first(60)),
    author: (values.get(80) ?? []).join(', '),
    rights: first(116),
  };
}

/** `20240531` and `180459+0200`. */
function iptcMoment(date: string, time: string): string {
  const day = date.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1:$2:$3');
  const [, hour, minute, second, zone = '', zoneMinute = ''] =
    /^(\d\d)(\d\d)(\d\d)(?:([+-]\d\d)(\d\d))?$/.exec(time) ?? [];
  if (hour === undefined) return '';
  return `${day} ${hour}:${minute}:${second}${zone === '' ? '' : `${zone}:${zoneMinute}`}`;
}
