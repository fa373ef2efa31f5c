import type { OtherKind } from '../../core/otherFiles.ts';
import { characters, uint16, uint32 } from '../bytes.ts';
import { isoBrands } from '../iso/brands.ts';

/** First bytes by which files are known that are no photos here: an offset and what stands there, as Latin-1. */
const signatures: readonly (readonly [kind: OtherKind, at: number, text: string])[] = [
  ['raw', 0, 'FUJIFILMCCD-RAW'],
  ['raw', 0, 'FOVb'],
  ['raw', 0, '\0MRM'],
  ['raw', 6, 'HEAPCCDR'],
  ['jpeg-2000', 4, 'jP  \r\n\x87\n'],
  ['jpeg-2000', 0, '\xff\x4f\xff\x51'],
  ['layers', 0, '8BPS'],
  ['layers', 0, 'gimp xcf'],
  ['layers', 38, 'application/x-krita'],
  ['drawing', 0, '%!PS'],
  ['drawing', 0, '\xc5\xd0\xd3\xc6'],
  ['picture', 0, '\0\0\x01\0'],
  ['picture', 0, '\0\0\x02\0'],
  ['picture', 0, 'DDS '],
  ['picture', 0, '\x76\x2f\x31\x01'],
  ['picture', 0, '#?RADIANCE'],
  ['picture', 0, 'II\xbc\x01'],
  ['film', 8, 'AVI '],
  ['film', 0, '\x1a\x45\xdf\xa3'],
  ['film', 0, '\0\0\x01\xba'],
  ['film', 0, '\0\0\x01\xb3'],
  ['film', 0, '\x30\x26\xb2\x75\x8e\x66\xcf\x11'],
  ['film', 0, 'FLV\x01'],
  ['film', 4, 'moov'],
  ['film', 4, 'mdat'],
  ['film', 4, 'wide'],
  ['pdf', 0, '%PDF'],
];

/** Plain text that is a picture to people: what it begins with behind white space, comments and declarations. */
const texts: readonly (readonly [kind: OtherKind, pattern: RegExp])[] = [
  [
    'web-page',
    /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,2000}-->\s*)?(?:<!doctype html|<html[\s>]|<head[\s>])/i,
  ],
  ['drawing', /<svg[\s>]/i],
];

/**
 * What a file is by its first bytes, of all that people take for photos and Keyveil does not read; null where it is none of
 * them. TIFFs, and the raw files that are TIFFs, see `tiff/`.
 */
export function otherKindOf(bytes: Uint8Array, name: string): OtherKind | null {
  if (bytes.length === 0 || isBlank(bytes)) return 'empty';
  const found = signatures.find(([, at, text]) => characters(bytes, at, text.length) === text);
  if (found !== undefined) return found[0];
  if (isCloudStub(bytes, name)) return 'icloud';
  const brands = isoBrands(bytes);
  if (brands[0] === 'crx ') return 'raw';
  if (brands.length > 0) return 'film';
  if (isTransportStream(bytes)) return 'film';
  if (/^P(?:[1-6]\s+[#\d]|7\n)/.test(characters(bytes, 0, 8))) return 'picture';
  return textKindOf(bytes);
}

/** What a card or a cloud gives in place of a file that it lost: zeros, as many as there should be bytes. */
function isBlank(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 4096).every(byte => byte === 0);
}

/** What iCloud leaves in place of a file is a list of what it was, and not one of the many other lists of Apple's. */
function isCloudStub(bytes: Uint8Array, name: string): boolean {
  return characters(bytes, 0, 8) === 'bplist00' && !/\.(?:plist|webloc|strings|nib)$/i.test(name);
}

/** Packets of 188 bytes, or of 192 with a time before each. */
function isTransportStream(bytes: Uint8Array): boolean {
  const every = (from: number, step: number) =>
    [0, 1, 2].every(i => bytes[from + i * step] === 0x47 && from + i * step < bytes.length);
  return every(0, 188) || every(4, 192);
}

function textKindOf(bytes: Uint8Array): OtherKind | null {
  const wide = uint16(bytes, 0) === 0xfffe || uint16(bytes, 0) === 0xfeff;
  const start = bytes.subarray(0, 4096);
  // Bytes that no text holds.
  if (!wide && start.includes(0)) return null;
  const encoding = !wide ? 'utf-8' : uint16(bytes, 0) === 0xfeff ? 'utf-16be' : 'utf-16le';
  const text = new TextDecoder(encoding).decode(start);
  if (!/^\s*</.test(text)) return null;
  return texts.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** First bytes of files packed into one: an offset and what stands there. */
const packed: readonly (readonly [at: number, text: string])[] = [
  [0, 'Rar!\x1a\x07'],
  [0, '7z\xbc\xaf\x27\x1c'],
  [0, '\x1f\x8b\x08'],
  [0, 'BZh'],
  [0, '\xfd7zXZ\0'],
  [0, '\x28\xb5\x2f\xfd'],
  [0, 'PK\x03\x04'],
  [0, 'PK\x07\x08'],
  [257, 'ustar'],
];

/** Zips to those who wrote their programs, and to nobody else; and zips that are called so, which were opened. */
const zipsInside =
  /\.(?:zip|docx|dotx|xlsx|pptx|potx|od[tpsg]|epub|pages|numbers|key|jar|apk|xpi|ipa|kmz|sketch)$/i;

/** Whether photos may be packed in a file of which nothing else is known; null where they hardly are. */
export function archiveKindOf(bytes: Uint8Array, name: string): OtherKind | null {
  if (zipsInside.test(name) && characters(bytes, 0, 2) === 'PK') return null;
  return packed.some(([at, text]) => characters(bytes, at, text.length) === text) ? 'archive' : null;
}

/** The first four bytes of a TIFF, a BigTIFF, or a raw file that is one but for its number. */
export function looksLikeTiff(bytes: Uint8Array): boolean {
  const order = uint16(bytes, 0);
  return (order === 0x4949 || order === 0x4d4d) && tiffNumbers.has(uint32(bytes, 0));
}

const tiffNumbers = new Set([
  0x49492a00, 0x4d4d002a, 0x49492b00, 0x4d4d002b,
  // Olympus, Panasonic.
  0x4949524f, 0x49495253, 0x4d4d4f52, 0x49495500,
]);
