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

/** As an attribute (`tiff:Orientation="6"`) or an element (`<tiff:Orientation>6<`). */
const inXmp = /(tiff:Orientation(?:\s*=\s*["']|>)\s*)([1-8])/;
/** Gives a character for each byte, so that places in the text are places in the bytes. */
const latin = new TextDecoder('latin1');

/** What an XMP packet says; null where it says nothing. */
export function xmpOrientation(packet: Uint8Array): Orientation | null {
  const found = inXmp.exec(latin.decode(packet));
  return found === null ? null : orientationOf(Number(found[2]));
}

/** Overwrites what an XMP packet says with "as it lies", in place. */
export function clearXmpOrientation(packet: Uint8Array): void {
  const found = inXmp.exec(latin.decode(packet));
  if (found === null) return;
  packet[found.index + (found[1] ?? '').length] = 0x31;
}
