import { uint32 } from '../bytes.ts';
import type { PhotoDescription } from '../describe/description.ts';
import { orientationOf } from '../describe/description.ts';
import type { Source } from '../describe/source.ts';
import { type Box, boxes, find } from '../iso/boxes.ts';
import { exifOrientation } from '../metadata/orientation.ts';
import { describePlaces, type Place } from './describeRaw.ts';

/** Everything but the pictures themselves stands within these bytes. */
const headBytes = 1 << 20;

/**
 * Canon's newer raw files are ISO media files: each JPEG in them is the only sample of a track, and a smaller one lies in a box
 * of its own (see Laurent Clévy's description of CR3).
 */
export async function describeCr3(source: Source): Promise<PhotoDescription | null> {
  const bytes = await source.read(0, headBytes);
  const top = boxes(bytes, 0, bytes.length);
  const moov = find(top, 'moov');
  if (moov === null) return null;
  const inMoov = boxes(bytes, moov.from, moov.to);
  const tracks = inMoov.filter(({ name }) => name === 'trak').flatMap(trak => sampleOf(bytes, trak) ?? []);
  const previews = top.filter(({ name }) => name === 'uuid').flatMap(box => previewIn(bytes, box) ?? []);
  const canon = inMoov.find(({ name }) => name === 'uuid');
  const cmt1 = canon && find(boxes(bytes, canon.from + 16, canon.to), 'CMT1');
  const said = cmt1 ? exifOrientation(bytes.subarray(cmt1.from, cmt1.to)) : null;
  return describePlaces(source, [...tracks, ...previews], orientationOf(said?.orientation ?? 1));
}

/** Where the first sample of a track lies. */
function sampleOf(bytes: Uint8Array, trak: Box): Place | null {
  let inside: Box | null = trak;
  for (const name of ['mdia', 'minf', 'stbl']) {
    inside = inside && find(boxes(bytes, inside.from, inside.to), name);
  }
  if (inside === null) return null;
  const inStbl = boxes(bytes, inside.from, inside.to);
  const [sizes, far, near] = [find(inStbl, 'stsz'), find(inStbl, 'co64'), find(inStbl, 'stco')];
  const offsets = far ?? near;
  if (sizes === null || offsets === null) return null;
  // One size for all samples, or a list behind their number.
  const size = uint32(bytes, sizes.from + 4) || uint32(bytes, sizes.from + 12);
  const from =
    far === null
      ? uint32(bytes, offsets.from + 8)
      : uint32(bytes, far.from + 8) * 2 ** 32 + uint32(bytes, far.from + 12);
  return { from, bytes: size };
}

/** The JPEG in a box `PRVW` within a box of Canon's own. */
function previewIn(bytes: Uint8Array, uuid: Box): Place | null {
  const preview = find(boxes(bytes, uuid.from + 16 + 8, uuid.to), 'PRVW');
  return preview && { from: preview.from + 16, bytes: uint32(bytes, preview.from + 12) };
}
