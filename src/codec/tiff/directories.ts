import { characters } from '../bytes.ts';
import {
  directoryAt,
  holds,
  numberOf,
  numbersOf,
  type Tiff,
  type TiffField,
} from '../metadata/tiffFields.ts';
import { tiffTags } from './tiffPicture.ts';

/** Photometric interpretations of sensor data: a colour filter array, linear raw (TIFF/EP, DNG 1.7). */
const sensor = new Set([32_803, 34_892]);
/** Compressions that only cameras write: Nikon's, Sony's, Pentax's, Samsung's, Kodak's. */
const ofCameras = new Set([32_767, 32_769, 32_770, 32_772, 34_713, 34_316, 65_000, 65_535]);
const dngVersion = 0xc612;

/** The directories of a TIFF, as far as they lie within what is seen of it: its chain, and those that they hold. */
export function* directoriesOf(tiff: Tiff): Generator<readonly TiffField[]> {
  const open = [tiff.first];
  const seen = new Set<number>();
  // No camera writes as many.
  while (open.length > 0 && seen.size < 32) {
    const at = open.shift() ?? 0;
    if (at < 8 || !holds(tiff, at, 2) || seen.has(at)) continue;
    seen.add(at);
    const { fields, next } = directoryAt(tiff, at);
    yield fields;
    const subs = fields.find(({ tag }) => tag === tiffTags.subs);
    if (subs !== undefined) open.push(...numbersOf(tiff, subs, 16));
    open.push(next);
  }
}

/** Whether the first bytes are those of a raw file that is a TIFF but for its number, or Canon's. */
export function hasRawNumber(head: Uint8Array): boolean {
  return characters(head, 8, 2) === 'CR' || !/^(?:II[*+]\0|MM\0[*+])/.test(characters(head, 0, 4));
}

/** Whether a TIFF is what a camera's sensor gave, and not a picture. */
export function holdsSensorData(tiff: Tiff): boolean {
  let first = true;
  for (const fields of directoriesOf(tiff)) {
    if (fields.some(({ tag }) => tag === dngVersion)) return true;
    const photometric = numberOf(tiff, fields, tiffTags.photometric) ?? -1;
    const compression = numberOf(tiff, fields, tiffTags.compression) ?? 1;
    if (sensor.has(photometric) || ofCameras.has(compression)) return true;
    // The first directory of a picture is the picture; of a raw file it is a small copy, and the data lie in others.
    if (first && isSmallCopy(tiff, fields) && fields.some(({ tag }) => tag === tiffTags.subs)) return true;
    first = false;
  }
  return false;
}

/** Whether another picture stands behind the first, and not a smaller copy of it. */
export function hasMorePages(tiff: Tiff, next: number): boolean {
  if (next === 0 || !holds(tiff, next, 2)) return false;
  const { fields } = directoryAt(tiff, next);
  return fields.length > 0 && !isSmallCopy(tiff, fields);
}

function isSmallCopy(tiff: Tiff, fields: readonly TiffField[]): boolean {
  return ((numberOf(tiff, fields, tiffTags.subfile) ?? 0) & 1) === 1;
}
