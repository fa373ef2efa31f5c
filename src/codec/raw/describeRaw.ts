import type { Orientation, PhotoDescription } from '../describe/description.ts';
import { orientationOf } from '../describe/description.ts';
import type { Source } from '../describe/source.ts';
import { describeJpeg } from '../jpeg/describeJpeg.ts';
import { numberOf, numbersOf, type Tiff, type TiffField } from '../metadata/tiffFields.ts';
import { directoriesOf } from '../tiff/directories.ts';
import { tiffTags } from '../tiff/tiffPicture.ts';

/**
 * Camera raw is not developed here: that is what programs for photographers are for. But cameras put a finished JPEG into every
 * raw file, mostly of full size, and that is what is protected; the page says so.
 */

/** Where a JPEG may lie in a raw file. */
export interface Place {
  readonly from: number;
  readonly bytes: number;
}

/** Long side in pixels below which a picture in a raw file is a thumbnail, and no photo that anybody wants. */
const leastSide = 1000;
/** Pixels start within these bytes, whatever a camera writes before them. */
const headBytes = 256 * 1024;
/** Of candidates, the largest files first. */
const mostTried = 8;

/** Panasonic's whole JPEG. */
const jpegFromRaw = 0x2e;

/** The picture in a raw file that is a TIFF; null where none is large enough, as far as is seen of the file. */
export async function describeRawTiff(source: Source, tiff: Tiff): Promise<PhotoDescription | null> {
  const directories = [...directoriesOf(tiff)];
  const places = directories.flatMap(fields => placesIn(tiff, fields));
  const own = directories[0] === undefined ? null : numberOf(tiff, directories[0], tiffTags.orientation);
  return describePlaces(source, places, orientationOf(own ?? 1));
}

/**
 * The largest JPEG of those places that a browser can read; null where none is large enough.
 *
 * @param orientation what the raw file says; counts where the JPEG says nothing itself
 */
export async function describePlaces(
  source: Source,
  places: readonly Place[],
  orientation: Orientation,
): Promise<PhotoDescription | null> {
  let best: PhotoDescription | null = null;
  const tried = [...places].sort((a, b) => b.bytes - a.bytes).slice(0, mostTried);
  for (const { from, bytes } of tried) {
    const head = await source.read(from, Math.min(from + bytes, from + headBytes));
    if (head[0] !== 0xff || head[1] !== 0xd8) continue;
    const said = describeJpeg({ bytes: head, whole: true });
    if (said === null || said.coding !== undefined || Math.max(said.width, said.height) < leastSide) continue;
    if (best !== null && best.width * best.height >= said.width * said.height) continue;
    best = {
      kind: 'photo',
      type: 'image/x-raw',
      ...said,
      orientation: said.orientation === 1 ? orientation : said.orientation,
      turnedBy: 'here',
      settled: true,
      embedded: { from, to: Math.min(source.size, from + bytes) },
    };
  }
  return best;
}

function placesIn(tiff: Tiff, fields: readonly TiffField[]): readonly Place[] {
  const first = (tag: number) => numberOf(tiff, fields, tag);
  const places: Place[] = [];
  const [from, bytes] = [first(tiffTags.jpegFrom), first(tiffTags.jpegBytes)];
  if (from !== null && bytes !== null) places.push({ from, bytes });
  const compression = first(tiffTags.compression);
  const strips = fields.find(({ tag }) => tag === tiffTags.stripOffsets);
  // In one strip; several are pieces of something else.
  if ((compression === 6 || compression === 7) && strips?.count === 1) {
    places.push({ from: numbersOf(tiff, strips)[0] ?? 0, bytes: first(tiffTags.stripBytes) ?? 0 });
  }
  const whole = fields.find(({ tag }) => tag === jpegFromRaw);
  if (whole !== undefined) places.push({ from: whole.at, bytes: whole.count });
  return places;
}
