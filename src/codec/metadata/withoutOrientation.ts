import type { SourceType } from '../../core/settings.ts';
import { contentOf, headSegments } from '../jpeg/segments.ts';
import { pngChunks } from '../png/chunks.ts';
import { webpChunks } from '../webp/chunks.ts';
import { clearExifOrientation, clearXmpOrientation } from './orientation.ts';

/** A copy of a file that says nowhere that it is to be turned, so that every browser gives its pixels as they lie. */
export function withoutOrientation(
  bytes: Uint8Array<ArrayBuffer>,
  type: SourceType,
): Uint8Array<ArrayBuffer> {
  switch (type) {
    case 'image/jpeg':
      return inCopy(bytes, copy => {
        for (const segment of headSegments(copy)) {
          const part = contentOf(copy, segment);
          if (part?.kind === 'exif') clearExifOrientation(part.content);
          if (part?.kind === 'xmp') clearXmpOrientation(part.content);
        }
      });
    case 'image/webp':
      return inCopy(bytes, copy => {
        for (const { name, from, to } of webpChunks(copy)) {
          if (name === 'EXIF') clearExifOrientation(copy.subarray(from, to));
          if (name === 'XMP ') clearXmpOrientation(copy.subarray(from, to));
        }
      });
    case 'image/png':
      return withoutExif(bytes);
    default:
      return bytes;
  }
}

function inCopy(
  bytes: Uint8Array<ArrayBuffer>,
  change: (copy: Uint8Array<ArrayBuffer>) => void,
): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice();
  change(copy);
  return copy;
}

/** Chunks have checksums, so `eXIf` goes as a whole. Text chunks are no browser's business. */
function withoutExif(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(bytes.length);
  let [from, to] = [0, 0];
  const keep = (end: number) => {
    const part = bytes.subarray(from, end);
    out.set(part, to);
    to += part.length;
  };
  for (const chunk of pngChunks(bytes)) {
    if (chunk.name !== 'eXIf') continue;
    keep(chunk.from - 8);
    from = chunk.to + 4;
  }
  keep(bytes.length);
  return out.subarray(0, to);
}
