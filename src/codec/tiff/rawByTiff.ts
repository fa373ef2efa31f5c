import { characters } from '../bytes.ts';
import { directoryAt, long, numberOf, numbersOf, type Tiff, type TiffField } from '../metadata/tiffFields.ts';

/** Tags of TIFF 6.0, TIFF/EP and DNG that tell a camera's raw data from a picture. */
const tags = { subfile: 0xfe, compression: 0x103, photometric: 0x106, subs: 0x14a, dng: 0xc612 } as const;

/** Photometric interpretations of sensor data: a colour filter array, linear raw. */
const sensor = new Set([32_803, 34_892]);
/** Compressions that only cameras write: Nikon's, Sony's, Pentax's, Samsung's, Kodak's, Epson's. */
const cameras = new Set([32_767, 32_769, 32_770, 32_772, 34_713, 34_316, 65_000, 65_535]);

/** The directories of a TIFF: those in its chain, and those that one of them holds; a bounded number. */
export function* directoriesOf(tiff: Tiff): Generator<readonly TiffField[]> {
  const open = [long(tiff, 4)];
  const seen = new Set<number>();
  while (open.length > 0 && seen.size < 32) {
    const at = open.shift() ?? 0;
    if (at < 8 || at >= tiff.bytes.length || seen.has(at)) continue;
    seen.add(at);
    const { fields, next } = directoryAt(tiff, at);
    yield fields;
    const subs = fields.find(({ tag }) => tag === tags.subs);
    if (subs !== undefined) open.push(...numbersOf(tiff, subs, 16));
    open.push(next);
  }
}

/** Whether a TIFF is what a camera's sensor gave, and not a picture; as far as its directories lie within the bytes. */
export function isRawTiff(tiff: Tiff): boolean {
  if (characters(tiff.bytes, 8, 2) === 'CR' || !/^(?:II[*+]|MM\0[*+])/.test(characters(tiff.bytes, 0, 4)))
    return true;
  let first = true;
  for (const fields of directoriesOf(tiff)) {
    if (fields.some(({ tag }) => tag === tags.dng)) return true;
    const photometric = numberOf(tiff, fields, tags.photometric) ?? -1;
    const compression = numberOf(tiff, fields, tags.compression) ?? 1;
    if (sensor.has(photometric) || cameras.has(compression)) return true;
    // Of a picture, the first directory is the picture; of a raw file it is a small copy, and the data lie in others.
    const small = ((numberOf(tiff, fields, tags.subfile) ?? 0) & 1) === 1;
    if (first && small && fields.some(({ tag }) => tag === tags.subs)) return true;
    first = false;
  }
  return false;
}
