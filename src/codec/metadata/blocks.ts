import type { SourceType } from '../../core/settings.ts';
import { characters, uint16, uint32 } from '../bytes.ts';
import { boxes, find } from '../iso/boxes.ts';
import { exifItem } from '../iso/exifItem.ts';
import { contentOf, headSegments } from '../jpeg/segments.ts';
import { pngChunks } from '../png/chunks.ts';
import { exifOfTextChunk, textKind, xmpOfChunk } from '../png/pngMetadata.ts';
import { webpChunks } from '../webp/chunks.ts';
import { directoryAt, openTiff } from './tiffFields.ts';

/** The blocks in which a file says things of itself, beside its picture; null for those that it lacks. */
export interface MetadataBlocks {
  /** A TIFF, with or without the name that JPEG puts before it. */
  readonly exif: Uint8Array | null;
  /** An XMP packet. */
  readonly xmp: Uint8Array | null;
  /** IPTC's records (IIM 4.2). */
  readonly iptc: Uint8Array | null;
}

const nothing: MetadataBlocks = { exif: null, xmp: null, iptc: null };

/** Larger ones hold thumbnails or edits, and what is looked for stands at their beginning. */
const largestXmp = 1 << 20;

/** The blocks of a photo's file, of whichever kind it is; the first where there are several. */
export async function metadataBlocks(
  bytes: Uint8Array<ArrayBuffer>,
  type: SourceType,
): Promise<MetadataBlocks> {
  switch (type) {
    case 'image/jpeg':
      return ofJpeg(bytes);
    case 'image/png':
      return ofPng(bytes);
    case 'image/webp':
      return ofWebp(bytes);
    case 'image/heic':
    case 'image/avif':
      return { exif: exifItem(bytes), xmp: packetIn(bytes), iptc: null };
    case 'image/jxl':
      return ofJxl(bytes);
    case 'image/tiff':
    case 'image/x-raw':
      return ofTiff(bytes);
    case 'image/gif':
    case 'image/bmp':
      return nothing;
  }
}

function ofJpeg(bytes: Uint8Array): MetadataBlocks {
  let { exif, xmp, iptc } = nothing;
  for (const segment of headSegments(bytes)) {
    const part = contentOf(bytes, segment);
    if (part?.kind === 'exif') exif ??= part.content;
    if (part?.kind === 'xmp') xmp ??= part.content;
    if (segment.marker === 0xed) iptc ??= iptcResource(bytes.subarray(segment.from, segment.to));
  }
  return { exif, xmp, iptc };
}

/** Photoshop's resources, of which number 1028 holds IPTC's records. */
function iptcResource(segment: Uint8Array): Uint8Array | null {
  const name = 'Photoshop 3.0\0';
  if (characters(segment, 0, name.length) !== name) return null;
  for (let at = name.length; characters(segment, at, 4) === '8BIM'; ) {
    // A number, a name with its length before it, a length; name and content each filled up to an even one.
    const nameBytes = 1 + (segment[at + 6] ?? 0);
    const lengthAt = at + 6 + nameBytes + (nameBytes % 2);
    const length = uint16(segment, lengthAt) * 65_536 + uint16(segment, lengthAt + 2);
    const from = lengthAt + 4;
    if (uint16(segment, at + 4) === 1028) return segment.subarray(from, from + length);
    at = from + length + (length % 2);
  }
  return null;
}

async function ofPng(bytes: Uint8Array<ArrayBuffer>): Promise<MetadataBlocks> {
  let { exif, xmp } = nothing;
  for (const chunk of pngChunks(bytes)) {
    if (chunk.name === 'IEND') break;
    if (chunk.name === 'eXIf') exif ??= bytes.subarray(chunk.from, chunk.to);
    const text = textKind(bytes, chunk);
    if (text === 'exif') exif ??= await exifOfTextChunk(bytes, chunk);
    if (text === 'xmp') xmp ??= await xmpOfChunk(bytes, chunk);
  }
  return { exif, xmp, iptc: null };
}

function ofWebp(bytes: Uint8Array): MetadataBlocks {
  let { exif, xmp } = nothing;
  for (const { name, from, to } of webpChunks(bytes)) {
    if (name === 'EXIF') exif ??= bytes.subarray(from, to);
    if (name === 'XMP ') xmp ??= bytes.subarray(from, to);
  }
  return { exif, xmp, iptc: null };
}

/** Boxes beside the codestream; packed ones are passed over. */
function ofJxl(bytes: Uint8Array): MetadataBlocks {
  const all = boxes(bytes, 0, bytes.length);
  const [exif, xmp] = [find(all, 'Exif'), find(all, 'xml ')];
  return {
    // How far behind this number the TIFF begins.
    exif: exif && bytes.subarray(exif.from + 4 + uint32(bytes, exif.from), exif.to),
    xmp: xmp && bytes.subarray(xmp.from, xmp.to),
    iptc: null,
  };
}

/** A TIFF is an EXIF block itself, and holds the others in fields. */
function ofTiff(bytes: Uint8Array): MetadataBlocks {
  const tiff = openTiff(bytes);
  if (tiff === null) return nothing;
  const { fields } = directoryAt(tiff, tiff.first);
  const content = (tag: number) => {
    const field = fields.find(one => one.tag === tag);
    if (field === undefined) return null;
    // IPTC's records stand there as words of four bytes, in some programs' files.
    return bytes.subarray(field.at, field.at + field.count * (field.type === 4 ? 4 : 1));
  };
  return { exif: bytes, xmp: content(0x2bc), iptc: content(0x83bb) };
}

/** An XMP packet somewhere in a file: ISO media files keep it as it is. */
function packetIn(bytes: Uint8Array): Uint8Array | null {
  const start = indexOfText(bytes, '<x:xmpmeta', 0);
  if (start === -1) return null;
  const end = '</x:xmpmeta>';
  const last = indexOfText(bytes, end, start);
  return last === -1 ? null : bytes.subarray(start, Math.min(last + end.length, start + largestXmp));
}

function indexOfText(bytes: Uint8Array, words: string, from: number): number {
  const first = words.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (characters(bytes, at, words.length) === words) return at;
  }
  return -1;
}
