import { otherByName } from '../../core/otherFiles.ts';
import type { FileDescription, PhotoDescription } from '../describe/description.ts';
import type { Source } from '../describe/source.ts';
import { directoryAt, openTiff, type Tiff } from '../metadata/tiffFields.ts';
import { describeRawTiff } from '../raw/describeRaw.ts';
import { describeByScan } from '../raw/describeRawFile.ts';
import { hasMorePages, hasRawNumber, holdsSensorData } from './directories.ts';
import { tiffPicture, tiffTags } from './tiffPicture.ts';

/** Around the first directory, in bytes: what its fields lead to stands near it, but for the picture itself. */
const around = 1 << 20;
/** A file whose directories lead further is read whole, up to this size. */
const mostWhole = 512e6;

/**
 * What a TIFF says: a picture, a camera's raw data with a picture in it, or neither. Directories may stand anywhere, often at
 * the end.
 *
 * @param head its first bytes
 */
export async function describeTiff(source: Source, head: Uint8Array<ArrayBuffer>): Promise<FileDescription> {
  const start = openTiff(head);
  let raw = hasRawNumber(head) || otherByName(source.name) === 'raw';
  for (let step = 0; start !== null; step++) {
    const tiff = await windowOf(source, start, step);
    if (tiff === null) break;
    raw ||= holdsSensorData(tiff);
    const found = raw ? await describeRawTiff(source, tiff) : describePicture(tiff);
    if (found !== null) return found;
  }
  return (raw ? await describeByScan(source) : null) ?? { kind: 'other', what: raw ? 'raw' : 'tiff' };
}

/** More of the file with each step, as long as there is more; null then. */
async function windowOf(source: Source, start: Tiff, step: number): Promise<Tiff | null> {
  if (step === 0) return start;
  if (start.bytes.length >= source.size) return null;
  const from = Math.max(0, start.first - around);
  if (step === 1) return { ...start, bytes: await source.read(from, start.first + around), base: from };
  if (step > 2 || source.size > mostWhole) return null;
  return { ...start, bytes: await source.read(0, source.size) };
}

function describePicture(tiff: Tiff): PhotoDescription | null {
  const { fields, next } = directoryAt(tiff, tiff.first);
  const picture = tiffPicture(tiff, fields);
  if (picture === null) return null;
  const { width, height, orientation, alpha, bits, colour } = picture;
  return {
    kind: 'photo',
    type: 'image/tiff',
    width,
    height,
    orientation,
    turnedBy: 'here',
    alpha: alpha === 'none' ? 'none' : 'levels',
    animated: hasMorePages(tiff, next),
    colour: {
      model: colour === 'ycc' ? 'rgb' : colour,
      bits,
      profile: fields.some(({ tag }) => tag === tiffTags.profile),
    },
    settled: true,
  };
}
