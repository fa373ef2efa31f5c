import type { JpegCoding } from '../../core/faults/failure.ts';
import { uint16 } from '../bytes.ts';
import type { Colour, Described, Seen } from '../describe/description.ts';
import { exifOrientation, type SaidOrientation, xmpOrientation } from '../metadata/orientation.ts';
import { contentOf, headSegments, isFrame } from './segments.ts';

/** Frames coded without loss (ITU-T T.81, table B.1). */
const lossless = new Set([0xc3, 0xc7, 0xcb, 0xcf]);

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly components: number;
  readonly coding: JpegCoding | null;
}

/** All that counts stands before the first scan. */
export function describeJpeg({ bytes, whole }: Seen): Described {
  let frame: Frame | null = null;
  let exif: Uint8Array | null = null;
  let xmp: Uint8Array | null = null;
  let profile = false;
  let settled = whole;
  for (const segment of headSegments(bytes)) {
    if (segment.marker === 0xda) settled = true;
    if (isFrame(segment.marker)) frame ??= frameAt(bytes, segment.marker, segment.from);
    const part = contentOf(bytes, segment);
    if (part?.kind === 'exif') exif ??= part.content;
    if (part?.kind === 'xmp') xmp ??= part.content;
    profile ||= part?.kind === 'icc';
  }
  if (frame === null || frame.width === 0 || frame.height === 0) return null;
  const { width, height, bits, components, coding } = frame;
  const colour: Colour = { model: modelOf(components), bits, profile };
  const { orientation, plain } = said(exif, xmp);
  return {
    width,
    height,
    orientation,
    turnedBy: plain ? 'browser' : 'here',
    alpha: 'none',
    animated: false,
    colour,
    ...(coding === null ? {} : { coding }),
    settled,
  };
}

/** XMP counts where EXIF says nothing. Browsers look at EXIF alone. */
function said(exif: Uint8Array | null, xmp: Uint8Array | null): SaidOrientation {
  const byExif = exif && exifOrientation(exif);
  if (byExif !== null) return byExif;
  const byXmp = xmp && xmpOrientation(xmp);
  return { orientation: byXmp ?? 1, plain: byXmp === null || byXmp === 1 };
}

function modelOf(components: number): Colour['model'] {
  if (components === 1) return 'grey';
  return components === 4 ? 'cmyk' : 'rgb';
}

function frameAt(bytes: Uint8Array, marker: number, at: number): Frame | null {
  if (at + 6 > bytes.length) return null;
  const bits = bytes[at] ?? 8;
  return {
    bits,
    height: uint16(bytes, at + 1),
    width: uint16(bytes, at + 3),
    components: bytes[at + 5] ?? 3,
    coding: codingOf(marker, bits),
  };
}

/** The coding where it is one that no browser reads. */
function codingOf(marker: number, bits: number): JpegCoding | null {
  if (lossless.has(marker)) return 'lossless';
  if (marker >= 0xc9) return 'arithmetic';
  return bits === 8 ? null : '12-bit';
}
