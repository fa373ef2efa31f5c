import { otherByName } from '../../core/otherFiles.ts';
import { describeBmp } from '../bmp/describeBmp.ts';
import { describeGif } from '../gif/describeGif.ts';
import { describeIso } from '../iso/describeIso.ts';
import { describeJpeg } from '../jpeg/describeJpeg.ts';
import { describeJxl } from '../jxl/describeJxl.ts';
import { describePng } from '../png/describePng.ts';
import { describeWebp } from '../webp/describeWebp.ts';
import type { Described, FileDescription, PhotoDescription, Seen } from './description.ts';
import { archiveKindOf, looksLikeTiff, otherKindOf } from './otherKind.ts';
import { type SniffedType, sniffType } from './sniff.ts';
import { type Source, sourceOfBytes, sourceOfFile } from './source.ts';

/** Bytes to look at, one after another: cameras put previews and profiles of up to some MB before a JPEG's size. */
const looks = [64 * 1024, 1024 * 1024, 16 * 1024 * 1024] as const;

/**
 * What a file says of itself, from as few of its first bytes as will do. Null when it is nothing that is known, or too
 * damaged to say. What stands far behind in the file may be missing: then it is not `settled`.
 *
 * Rejects as reading the file does (NotFoundError, NotReadableError).
 */
export async function describeFile(file: Blob): Promise<FileDescription | null> {
  const source = sourceOfFile(file);
  let seen = 0;
  let description: PhotoDescription | null = null;
  let type: SniffedType | null = null;
  for (const look of looks) {
    if (seen > 0 && seen >= file.size) break;
    const bytes = await source.read(0, look);
    seen = look;
    type = sniffType(bytes);
    if (type === null) return describeElse(source, bytes);
    description = await describeSeen(type, { bytes, whole: look >= file.size });
    if (description !== null && isEnough(description)) return description;
  }
  return description ?? (type === 'image/jxl' ? { kind: 'other', what: 'jxl' } : null);
}

/** Whether a GIF moves shows where its second frame starts, and a JPEG says how it is coded just before its pixels. */
function isEnough({ type, settled }: PhotoDescription): boolean {
  return settled || (type !== 'image/gif' && type !== 'image/jpeg');
}

/**
 * What the bytes of a whole file say of its picture; null where there is none that can be read.
 *
 * @param known what was said at an earlier look; taken as it is where nothing could be missing
 * @param name of the file: raw files are built like TIFFs, and not all of them say what they are
 */
export async function describePhoto(
  bytes: Uint8Array<ArrayBuffer>,
  { known, name = '' }: { readonly known?: PhotoDescription | null; readonly name?: string } = {},
): Promise<PhotoDescription | null> {
  if (known?.settled) return known;
  const type = sniffType(bytes);
  if (type !== null) return describeSeen(type, { bytes, whole: true });
  const description = await describeElse(sourceOfBytes(bytes, name), bytes);
  return description?.kind === 'photo' ? description : null;
}

/** Files that no browser reads: by their bytes, and by their name where those tell nothing. */
async function describeElse(source: Source, head: Uint8Array<ArrayBuffer>): Promise<FileDescription | null> {
  // What knows these comes with the first of them.
  if (looksLikeTiff(head)) return (await import('../tiff/describeTiff.ts')).describeTiff(source, head);
  const what = otherKindOf(head, source.name) ?? otherByName(source.name) ?? archiveKindOf(head, source.name);
  if (what === 'raw') return (await import('../raw/describeRawFile.ts')).describeRawFile(source, head);
  return what && { kind: 'other', what };
}

async function describeSeen(type: SniffedType, seen: Seen): Promise<PhotoDescription | null> {
  const described = await describeAs(type, seen);
  return described && { kind: 'photo', type, ...described };
}

function describeAs(type: SniffedType, seen: Seen): Described | Promise<Described> {
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
    case 'image/jxl':
      return describeJxl(seen);
    case 'image/heic':
    case 'image/avif':
      return describeIso(seen, type);
  }
}
