import * as v from 'valibot';
import type { SourceType } from '../../core/settings.ts';
import { characters, uint32LE } from '../bytes.ts';
import { leadsToMeta } from '../iso/isoPicture.ts';
import { withJpegSegments } from './jpegSegments.ts';
import { type Credit, cleanText } from './marks.ts';

const text = v.fallback(v.optional(v.string()), undefined);
/** XMP lists come as a string or several, texts of several languages as objects. */
const words = v.fallback(v.optional(v.unknown()), undefined);
const part = <T extends v.ObjectEntries>(entries: T) => v.fallback(v.optional(v.object(entries)), undefined);

/** What exifr finds, as far as it matters here; whatever is of another shape counts as missing. */
const schema = v.object({
  ifd0: part({ Artist: text, Copyright: text }),
  exif: part({ DateTimeOriginal: text, OffsetTimeOriginal: text }),
  dc: part({ creator: words, rights: words }),
  photoshop: part({ DateCreated: text }),
  iptc: part({ Byline: words, CopyrightNotice: text, DateCreated: text, TimeCreated: text }),
});
type Found = v.InferOutput<typeof schema>;

/** No place, no camera, no thumbnail: they are not even read. */
const options = {
  tiff: true,
  ifd1: false,
  gps: false,
  interop: false,
  icc: false,
  jfif: false,
  ihdr: false,
  xmp: true,
  iptc: true,
  reviveValues: false,
  mergeOutput: false,
};

/**
 * Date, author and copyright of a photo from its EXIF, XMP and IPTC data, in this order. Null when there are none, or
 * when the data is too damaged to be read: then there is nothing to keep.
 */
export async function readCredit(bytes: Uint8Array<ArrayBuffer>, type: SourceType): Promise<Credit | null> {
  const { parse } = await import('exifr');
  const all: Found[] = [];
  for (const file of readable(bytes, type)) {
    const found: unknown = await parse(file, options).catch(() => undefined);
    const parsed = v.safeParse(schema, found);
    if (parsed.success) all.push(parsed.output);
  }
  const credit = creditOf(all);
  return Object.values(credit).every(value => value === null) ? null : credit;
}

function creditOf(all: readonly Found[]): Credit {
  const first = <T>(pick: (found: Found) => T | null | undefined): T | null => {
    for (const found of all) {
      const value = pick(found);
      if (value !== null && value !== undefined && value !== '') return value;
    }
    return null;
  };
  const taken =
    first(({ exif }) => moment(exif?.DateTimeOriginal, exif?.OffsetTimeOriginal)) ??
    first(({ photoshop }) => moment(photoshop?.DateCreated)) ??
    first(({ iptc }) => moment(iptcDate(iptc?.DateCreated, iptc?.TimeCreated)));
  return {
    captured: taken?.captured ?? null,
    offset: taken?.offset ?? null,
    author:
      first(({ ifd0 }) => cleanText(ifd0?.Artist ?? '')) ??
      first(({ dc }) => listed(dc?.creator)) ??
      first(({ iptc }) => listed(iptc?.Byline)),
    copyright:
      first(({ ifd0 }) => cleanText(ifd0?.Copyright ?? '')) ??
      first(({ dc }) => listed(dc?.rights)) ??
      first(({ iptc }) => cleanText(iptc?.CopyrightNotice ?? '')),
  };
}

/** A date with a time, in whichever of the usual spellings, with its distance from UTC where it says it. */
function moment(date: string | undefined, offset?: string) {
  const match = /^(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/.exec(
    cleanText(date ?? ''),
  );
  if (match === null || match[1] === '0000') return null;
  const zone = cleanText(offset ?? match[5] ?? '').replace(/^Z$/, '+00:00');
  return {
    captured: `${match[1]}:${match[2]}:${match[3]} ${match[4]}`,
    offset: /^[+-]\d\d:\d\d$/.test(zone) ? zone : null,
  };
}

/** IPTC: `20240531` and `180459+0200`. */
function iptcDate(date = '', time = ''): string {
  const d = date.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1:$2:$3');
  const t = time.replace(/^(\d\d)(\d\d)(\d\d)(?:([+-]\d\d)(\d\d))?$/, (_, h, m, s, zh, zm) =>
    zh === undefined ? `${h}:${m}:${s}` : `${h}:${m}:${s}${zh}:${zm}`,
  );
  return `${d} ${t}`;
}

function listed(value: unknown): string {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value))
    return value
      .map(listed)
      .filter(word => word !== '')
      .join(', ');
  if (typeof value === 'object' && value !== null && 'value' in value) return listed(value.value);
  return '';
}

/** The photo in shapes that exifr reads: it knows no WebP, no XMP in HEIC and AVIF, and never ends without a `meta` there. */
function readable(bytes: Uint8Array<ArrayBuffer>, type: SourceType): readonly Uint8Array<ArrayBuffer>[] {
  switch (type) {
    case 'image/webp':
      return asJpeg(webpChunk(bytes, 'EXIF'), webpChunk(bytes, 'XMP '));
    case 'image/heic':
    case 'image/avif':
      return [...(leadsToMeta(bytes) ? [bytes] : []), ...asJpeg(null, packetIn(bytes))];
    case 'image/jpeg':
    case 'image/png':
      return [bytes];
    case 'image/gif':
    case 'image/bmp':
      return [];
    case 'image/tiff':
    case 'image/x-raw':
      return [bytes];
  }
}

/** An empty JPEG around the blocks. Larger ones hold thumbnails or edits, which nobody is to get anyway. */
function asJpeg(exif: Uint8Array | null, xmp: Uint8Array | null): readonly Uint8Array<ArrayBuffer>[] {
  const fitting = (block: Uint8Array | null) => (block !== null && block.length < 65_000 ? block : null);
  const blocks = { exif: fitting(withoutName(exif)), xmp: fitting(xmp), icc: null };
  if (blocks.exif === null && blocks.xmp === null) return [];
  return [withJpegSegments(Uint8Array.of(0xff, 0xd8, 0xff, 0xd9), blocks)];
}

/** Some programs write the name of the JPEG segment before the TIFF in a WebP too. */
function withoutName(exif: Uint8Array | null): Uint8Array | null {
  return exif !== null && characters(exif, 0, 4) === 'Exif' ? exif.subarray(6) : exif;
}

function webpChunk(webp: Uint8Array, name: string): Uint8Array | null {
  for (let at = 12; at + 8 <= webp.length; ) {
    const length = uint32LE(webp, at + 4);
    if (characters(webp, at, 4) === name) return webp.subarray(at + 8, at + 8 + length);
    at += 8 + length + (length % 2);
  }
  return null;
}

/** An XMP packet somewhere in a file: ISO media files keep it as it is. */
function packetIn(bytes: Uint8Array): Uint8Array | null {
  const start = indexOfText(bytes, '<x:xmpmeta', 0);
  if (start === -1) return null;
  const end = '</x:xmpmeta>';
  const last = indexOfText(bytes, end, start);
  return last === -1 ? null : bytes.subarray(start, last + end.length);
}

function indexOfText(bytes: Uint8Array, words: string, from: number): number {
  const first = words.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (characters(bytes, at, words.length) === words) return at;
  }
  return -1;
}
