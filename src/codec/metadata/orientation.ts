import { characters } from '../bytes.ts';
import { type Orientation, orientationOf } from '../describe/description.ts';
import { directoryAt, numbersOf, openTiff, type Tiff, type TiffField } from './tiffFields.ts';

/** Where EXIF and XMP say how a picture is to be turned. EXIF counts before XMP, as exiftool and Pillow read them. */

const orientationTag = 0x0112;
const shortType = 3;

export interface SaidOrientation {
  readonly orientation: Orientation;
  /** As the standard writes it: one number of 16 bits. Browsers pass over whatever is written otherwise. */
  readonly plain: boolean;
}

/** What an EXIF block says: a TIFF, with or without the name of the JPEG segment before it. Null where it says nothing. */
export function exifOrientation(block: Uint8Array): SaidOrientation | null {
  const { tiff, fields } = orientationFields(block);
  const [field] = fields;
  if (tiff === null || field === undefined) return null;
  const [value = 1] = numbersOf(tiff, field);
  return {
    orientation: field.count === 1 ? orientationOf(value) : 1,
    plain: field.type === shortType && field.count === 1 && fields.length === 1,
  };
}

/** Overwrites what an EXIF block says with "as it lies", in place, whatever type it is written in. */
export function clearExifOrientation(block: Uint8Array): void {
  const { tiff, fields } = orientationFields(block);
  if (tiff === null) return;
  // Type, count and value.
  const plain = tiff.little ? [3, 0, 1, 0, 0, 0, 1, 0, 0, 0] : [0, 3, 0, 0, 0, 1, 0, 1, 0, 0];
  for (const { entry } of fields) tiff.bytes.set(plain, entry + 2);
}

function orientationFields(block: Uint8Array): {
  readonly tiff: Tiff | null;
  readonly fields: readonly TiffField[];
} {
  const tiff = openTiff(characters(block, 0, 4) === 'Exif' ? block.subarray(6) : block);
  if (tiff === null) return { tiff, fields: [] };
  const { fields } = directoryAt(tiff, tiff.first);
  return { tiff, fields: fields.filter(({ tag }) => tag === orientationTag) };
}

/** Gives a character for each byte, so that places in the text are places in the bytes. */
const latin = new TextDecoder('latin1');
/** What the namespace of TIFF's properties is called, mostly `tiff`. */
const tiffName = /xmlns:([\w-]+)\s*=\s*["']http:\/\/ns\.adobe\.com\/tiff\/1\.0\/["']/;

/** The place of the digit, as an attribute (`tiff:Orientation="6"`) or an element (`<tiff:Orientation>6<`). */
function inXmp(packet: Uint8Array): number | null {
  const text = withoutComments(latin.decode(packet));
  const name = tiffName.exec(text)?.[1] ?? 'tiff';
  const found = new RegExp(`${name}:Orientation(?:\\s*=\\s*["']|\\s*>)\\s*(?=[1-8])`).exec(text);
  return found && found.index + found[0].length;
}

/** With blanks in place of comments, so that all else stays where it is. */
function withoutComments(text: string): string {
  let plain = '';
  for (let at = 0; ; ) {
    const from = text.indexOf('<!--', at);
    const to = from === -1 ? -1 : text.indexOf('-->', from);
    if (to === -1) return plain + text.slice(at);
    plain += text.slice(at, from) + ' '.repeat(to - from);
    at = to;
  }
}

/** What an XMP packet says; null where it says nothing. */
export function xmpOrientation(packet: Uint8Array): Orientation | null {
  const at = inXmp(packet);
  return at === null ? null : orientationOf(Number(latin.decode(packet.subarray(at, at + 1))));
}

/** Overwrites what an XMP packet says with "as it lies", in place. */
export function clearXmpOrientation(packet: Uint8Array): void {
  const at = inXmp(packet);
  if (at !== null) packet[at] = 0x31;
}
