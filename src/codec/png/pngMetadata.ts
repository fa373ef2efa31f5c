import { characters } from '../bytes.ts';
import type { PngChunk } from './chunks.ts';
import { inflateStart } from './inflate.ts';

/** EXIF and XMP in the text chunks of a PNG, where programs put them before `eXIf` came (2017), and still do. */

const xmpKeyword = 'XML:com.adobe.xmp\0';
/** ImageMagick's, in hexadecimal digits; `APP1` is what it calls the same thing otherwise. */
const rawProfile = /^Raw profile type (?:exif|APP1)\0/;
/** Far more than either takes without a thumbnail; the orientation stands at the beginning. */
const mostText = 1 << 20;

/** What a text chunk holds, by its keyword. At once, since a PNG may have very many; null for most. */
export function textKind(bytes: Uint8Array, { name, from }: PngChunk): 'exif' | 'xmp' | null {
  if (name === 'iTXt') {
    return bytes[from] === 0x58 && characters(bytes, from, xmpKeyword.length) === xmpKeyword ? 'xmp' : null;
  }
  if (name !== 'tEXt' && name !== 'zTXt') return null;
  // The first letter alone tells most apart.
  return bytes[from] === 0x52 && rawProfile.test(characters(bytes, from, 40)) ? 'exif' : null;
}

/** The XMP packet of a chunk that holds one; null where it is damaged. */
export async function xmpOfChunk(
  bytes: Uint8Array<ArrayBuffer>,
  { from, to }: PngChunk,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const packed = bytes[from + xmpKeyword.length] === 1;
  // Behind flag and method stand a language and a translated keyword, each with a zero at its end.
  const language = bytes.indexOf(0, from + xmpKeyword.length + 2);
  const translated = language === -1 ? -1 : bytes.indexOf(0, language + 1);
  if (translated === -1 || translated >= to) return null;
  const text = bytes.subarray(translated + 1, to);
  return packed ? inflateStart(text, mostText) : text;
}

/** The EXIF block of a text chunk that holds one; null where it is damaged. */
export async function exifOfTextChunk(
  bytes: Uint8Array<ArrayBuffer>,
  { name, from, to }: PngChunk,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const keyword = rawProfile.exec(characters(bytes, from, 40))?.[0];
  if (keyword === undefined) return null;
  const start = from + keyword.length;
  // The one method of compression is named before the text.
  const text =
    name === 'zTXt' ? await inflateStart(bytes.subarray(start + 1, to), mostText) : bytes.subarray(start, to);
  // A line feed, the name, a line feed, the length in spaces, then the digits in lines.
  const digits = new TextDecoder('latin1')
    .decode(text)
    .replace(/^\s*\w+\s+\d+\s/, '')
    .replaceAll(/\s+/g, '');
  const block = new Uint8Array(digits.length >> 1);
  for (let i = 0; i < block.length; i++) block[i] = Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16);
  return block;
}
