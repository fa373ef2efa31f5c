import { uint32 } from '../bytes.ts';
import { itemsOf } from './items.ts';

const exif = new Set(['Exif']);

/** The EXIF block of a HEIC or AVIF: a TIFF; null where there is none. ISO/IEC 23008-12, annex A. */
export function exifItem(bytes: Uint8Array): Uint8Array | null {
  const content = itemsOf(bytes, exif)[0]?.content;
  // How far behind this number the TIFF begins: some write the name of the JPEG segment before it.
  return content === undefined || content.length < 4 ? null : content.subarray(4 + uint32(content, 0));
}
