import { type OtherKind, otherByName } from '../../core/otherFiles.ts';
import type { SourceType } from '../../core/settings.ts';
import { describeBmp } from '../bmp/describeBmp.ts';
import { describeGif } from '../gif/describeGif.ts';
import { describeIso } from '../iso/describeIso.ts';
import { describeJpeg } from '../jpeg/describeJpeg.ts';
import { openTiff } from '../metadata/tiffFields.ts';
import { describePng } from '../png/describePng.ts';
import { isRawTiff } from '../tiff/rawByTiff.ts';
import { describeWebp } from '../webp/describeWebp.ts';
import type { Described, FileDescription, OtherFile, PhotoDescription, Seen } from './description.ts';
import { looksLikeTiff, otherKindOf } from './otherKind.ts';
import { sniffType } from './sniff.ts';

/** Bytes to look at, one after another: cameras put previews and profiles of up to some MB before a JPEG's size. */
const looks = [64 * 1024, 1024 * 1024, 16 * 1024 * 1024] as const;

/**
 * What a file says of itself, from as few of its first bytes as will do. Null when it is nothing that is known, or too
 * damaged to say. What stands far behind in the file may be missing: then it is not `settled`.
 *
 * Rejects as reading the file does (NotFoundError, NotReadableError).
 */
export async function describeFile(file: Blob): Promise<FileDescription | null> {
  let seen = 0;
  let description: PhotoDescription | null = null;
  for (const look of looks) {
    if (seen > 0 && seen >= file.size) break;
    const bytes = new Uint8Array(await file.slice(0, look).arrayBuffer());
    seen = look;
    if (sniffType(bytes) === null) return otherFile(bytes, file);
    description = await describeSeen({ bytes, whole: look >= file.size });
    if (description !== null && isEnough(description)) return description;
  }
  return description;
}

/** By its bytes; by its name where they tell nothing, or only that a raw file is built like a TIFF. */
function otherFile(bytes: Uint8Array, file: Blob): OtherFile | null {
  const name = file instanceof File ? file.name : '';
  const what = otherKindOf(bytes) ?? tiffKindOf(bytes, name) ?? otherByName(name);
  return what && { kind: 'other', what };
}

function tiffKindOf(bytes: Uint8Array, name: string): OtherKind | null {
  const tiff = looksLikeTiff(bytes) ? openTiff(bytes) : null;
  if (tiff === null) return null;
  return otherByName(name) === 'raw' || isRawTiff(tiff) ? 'raw' : 'tiff';
}

/** Whether a GIF moves shows where its second frame starts, and a JPEG says how it is coded just before its pixels. */
function isEnough({ type, settled }: PhotoDescription): boolean {
  return settled || (type !== 'image/gif' && type !== 'image/jpeg');
}

/**
 * What the bytes of a whole file say of its picture; null as above.
 *
 * @param known what its first bytes said at an earlier look; taken as it is where nothing could be missing
 */
export async function describePhoto(
  bytes: Uint8Array<ArrayBuffer>,
  known?: PhotoDescription | null,
): Promise<PhotoDescription | null> {
  return known?.settled ? known : describeSeen({ bytes, whole: true });
}

async function describeSeen(seen: Seen): Promise<PhotoDescription | null> {
  const type = sniffType(seen.bytes);
  const described = type === null ? null : await describeAs(type, seen);
  return type === null || described === null ? null : { kind: 'photo', type, ...described };
}

function describeAs(type: SourceType, seen: Seen): Described | Promise<Described> {
  switch (type) {
    case 'image/jpeg':
      return describeJpeg(seen);
    case 'image/png':
      return describePng(seen);
    case 'image/webp':
      return describeWebp(seen);
    case 'image/gif':
      return describeGif(seen);
    case 'image/bmp':
      return describeBmp(seen);
    case 'image/heic':
    case 'image/avif':
      return describeIso(seen, type);
  }
}
