import { imageSize } from 'image-size';
import type { SourceType } from '../../core/settings.ts';
import { isoPicture } from '../iso/isoPicture.ts';
import { jpegSize } from '../jpeg/jpegSize.ts';
import { isAnimated } from './features.ts';
import { sniffType } from './sniff.ts';

/** What the first bytes of a file say. Sizes are those of the stored picture, before it is turned upright. */
export interface Header {
  readonly type: SourceType;
  /** Pixels; 0 where a HEIC file does not say. */
  readonly width: number;
  readonly height: number;
  /** It has more than one frame, of which only the first is used. */
  readonly animated?: true;
}

/** Bytes to look at, one after another: cameras put previews and profiles of up to some MB before a JPEG's size. */
const looks = [64 * 1024, 1024 * 1024, 16 * 1024 * 1024] as const;

/**
 * Type and size of a picture, from as few of its first bytes as will do. Null when it is none, or too damaged to say.
 * Rejects as reading the file does (NotFoundError, NotReadableError).
 */
export async function readHeader(file: Blob): Promise<Header | null> {
  let seen = 0;
  let header: Header | null = null;
  for (const look of looks) {
    if (seen > 0 && seen >= file.size) break;
    const bytes = new Uint8Array(await file.slice(0, look).arrayBuffer());
    seen = look;
    const type = sniffType(bytes);
    if (type === null) return null;
    header = headerIn(bytes, type);
    // Whether a GIF moves shows where its second frame starts; all others say it before the first.
    if (header !== null && (type !== 'image/gif' || header.animated)) return header;
  }
  return header;
}

/** The header in the bytes of a whole file that is known to be of `type`; null when it is not in them. */
export function headerOf(bytes: Uint8Array, type: SourceType): Header | null {
  // As few as will do here too: image-size copies what it is given, several times over.
  for (const look of looks) {
    const header = headerIn(bytes.subarray(0, look), type);
    if (header !== null || look >= bytes.length) return header;
  }
  return null;
}

function headerIn(bytes: Uint8Array, type: SourceType): Header | null {
  const size = sizeIn(bytes, type);
  if (size === null) return null;
  return { type, ...size, ...(isAnimated(bytes, type) ? { animated: true } : {}) };
}

function sizeIn(bytes: Uint8Array, type: SourceType): { width: number; height: number } | null {
  const iso = type === 'image/heic' || type === 'image/avif' ? isoPicture(bytes) : null;
  if (iso !== null && iso.width > 0 && iso.height > 0) return { width: iso.width, height: iso.height };
  try {
    const size = type === 'image/jpeg' ? jpegSize(bytes) : imageSize(bytes);
    if (size !== null && size.width > 0 && size.height > 0) return { width: size.width, height: size.height };
  } catch {
    // It throws at what it does not know and at what is cut off.
  }
  // A HEIC file is to be named even where its size stays unknown.
  return type === 'image/heic' ? { width: 0, height: 0 } : null;
}
