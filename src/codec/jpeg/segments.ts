import { characters, uint16 } from '../bytes.ts';

/** A segment of a JPEG's header. */
export interface Segment {
  /** Its second byte: 0xC0 to 0xFE. */
  readonly marker: number;
  /** Where its content starts and ends, behind its length; the end may lie behind the bytes. */
  readonly from: number;
  readonly to: number;
}

/** Tables and reserved codes in the range of frames (ITU-T T.81, table B.1). */
const noFrames = new Set([0xc4, 0xc8, 0xcc]);

/** Whether a marker begins a frame: sizes and components. */
export function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && !noFrames.has(marker);
}

/** The segments of a JPEG one after another, from `at` on; whoever reads on behind a scan says where it ends. */
export function segmentAt(bytes: Uint8Array, start: number): Segment | null {
  let at = start;
  while (at + 2 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    // Fill bytes and stray ones may stand between segments: decoders skip them.
    if (bytes[at] !== 0xff || marker === 0xff || marker === 0) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else if (marker === 0xd9) return { marker, from: at + 2, to: at + 2 };
    else if (at + 4 > bytes.length) return null;
    // A length counts itself.
    else return { marker, from: at + 4, to: at + 2 + Math.max(2, uint16(bytes, at + 2)) };
  }
  return null;
}

/** The segments before the first scan, that one or the end included. */
export function* headSegments(bytes: Uint8Array): Generator<Segment> {
  for (let segment = segmentAt(bytes, 2); segment !== null; segment = segmentAt(bytes, segment.to)) {
    yield segment;
    if (segment.marker === 0xda || segment.marker === 0xd9) return;
  }
}

const exifName = 'Exif\0';
const xmpName = 'http://ns.adobe.com/xap/1.0/\0';
const iccName = 'ICC_PROFILE\0';

/** What an application segment holds, by its name; null for others. */
export function contentOf(
  bytes: Uint8Array,
  { marker, from, to }: Segment,
): { readonly kind: 'exif' | 'xmp' | 'icc'; readonly content: Uint8Array } | null {
  const starts = (name: string) => characters(bytes, from, name.length) === name;
  if (marker === 0xe1 && starts(exifName)) return { kind: 'exif', content: bytes.subarray(from + 6, to) };
  if (marker === 0xe1 && starts(xmpName))
    return { kind: 'xmp', content: bytes.subarray(from + xmpName.length, to) };
  if (marker === 0xe2 && starts(iccName))
    return { kind: 'icc', content: bytes.subarray(from + iccName.length + 2, to) };
  return null;
}
