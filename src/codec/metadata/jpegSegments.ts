import { characters, uint16 } from '../bytes.ts';
import { splice } from '../splice.ts';

/** What goes into a picture file, ready as bytes; null for what does not. */
export interface Blocks {
  /** A TIFF. */
  readonly exif: Uint8Array | null;
  /** An XMP packet. */
  readonly xmp: Uint8Array | null;
  /** An ICC profile, for files that name no colour space yet. */
  readonly icc: Uint8Array | null;
}

const exifName = 'Exif\0\0';
const xmpName = 'http://ns.adobe.com/xap/1.0/\0';
const iccName = 'ICC_PROFILE\0';

/**
 * A JPEG with these blocks, put in after its JFIF header: EXIF and XMP in an APP1 segment each, and the profile in
 * one APP2 segment unless it has one. The picture's own bytes stay as they are. Blocks must be below 65,000 bytes.
 */
export function withJpegSegments(
  jpeg: Uint8Array<ArrayBuffer>,
  { exif, xmp, icc }: Blocks,
): Uint8Array<ArrayBuffer> {
  const segments: Uint8Array[] = [];
  if (exif !== null) segments.push(segment(0xe1, exifName, exif));
  if (xmp !== null) segments.push(segment(0xe1, xmpName, xmp));
  // The profile is part 1 of 1.
  if (icc !== null && !namesProfile(jpeg)) segments.push(segment(0xe2, `${iccName}\x01\x01`, icc));
  if (segments.length === 0) return jpeg;
  const at = jpeg[3] === 0xe0 ? 4 + uint16(jpeg, 4) : 2;
  return splice(
    jpeg,
    segments.map(bytes => ({ at, bytes })),
  );
}

function segment(marker: number, name: string, content: Uint8Array): Uint8Array {
  // The length counts itself.
  const length = 2 + name.length + content.length;
  if (length > 0xffff) throw new Error('A JPEG segment holds 65,533 bytes.');
  const out = new Uint8Array(2 + length);
  out.set([0xff, marker, length >> 8, length & 255]);
  for (let i = 0; i < name.length; i++) out[4 + i] = name.charCodeAt(i);
  out.set(content, 4 + name.length);
  return out;
}

function namesProfile(jpeg: Uint8Array): boolean {
  for (let at = 2; at + 4 <= jpeg.length && jpeg[at] === 0xff; at += 2 + uint16(jpeg, at + 2)) {
    if (jpeg[at + 1] === 0xda) return false;
    if (jpeg[at + 1] === 0xe2 && characters(jpeg, at + 4, iccName.length) === iccName) return true;
  }
  return false;
}
