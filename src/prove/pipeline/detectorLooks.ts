import seedrandom from 'seedrandom';
import { trialImprint } from '../../core/filter/trialImprint.ts';
import { type Picture, resized, sizeWithShortSide } from '../../core/picture/resize.ts';
import type { MethodSettings } from '../../core/settings.ts';
import { onWhite, rgbOf } from '../../core/trainingSquare.ts';
import { treatmentFor } from '../../core/treatment.ts';
import type { Engine, Pixels } from '../../engine/engine.ts';
import { decodeFile } from '../../pipeline/readPhoto.ts';
import type { SeenPhoto } from '../core/detector/detect.ts';
import { type EditName, edited } from '../core/detector/edits.ts';
import { looksOf } from '../core/detector/looks.ts';
import { jpegRoundTrip } from '../core/jpegRoundTrip.ts';

/** One photo as a scraper's detector sees it: clean, after ordinary edits, and under two strangers' keys. */
export interface DetectorLooks extends Pick<SeenPhoto, 'clean' | 'edited'> {
  /** One for each of the settings asked for. */
  readonly treated: readonly Pick<SeenPhoto, 'learnt' | 'tried'>[];
}

export interface DetectorWishes {
  readonly settings: readonly MethodSettings[];
  /** Decides edits and keys; every photo has its own, so that no key is met twice. */
  readonly seed: string;
}

/** Short side to which photos are brought, and the quality at which all of them are saved, as sites do it. */
const shortSide = 224;
const quality = 85;

/**
 * Photos are protected at full size, then all are made smaller and saved as JPEG alike, so that nothing but protection
 * tells. The file is decoded once. Null where the photo is too small for a spectrum.
 *
 * @throws PhotoError as reading and decoding do
 */
export async function detectorLooks(
  file: Blob,
  wishes: DetectorWishes,
  engine: Engine,
): Promise<DetectorLooks | null> {
  const { pixels } = await decodeFile(file);
  return detectorLooksOf(pixels, wishes, engine);
}

/** The same from pixels, which stay as they are. */
export async function detectorLooksOf(
  pixels: Pixels,
  { settings, seed }: DetectorWishes,
  engine: Engine,
): Promise<DetectorLooks | null> {
  const photo = smaller(onWhite(pixels));
  const clean = looksOf(saved(photo));
  if (clean === null) return null;
  const underEdit = (edit: EditName) =>
    sure(looksOf(saved(edited(photo, edit, seedrandom(`${seed}/${edit}`)))));
  const underKey = async (given: MethodSettings, key: string) => {
    const treatment = treatmentFor(given, trialImprint(`${seed}/${key}`, given));
    // The engine may work in place.
    const done = await engine.protect({ ...pixels, data: pixels.data.slice() }, treatment);
    return sure(looksOf(saved(smaller(onWhite(done.pixels)))));
  };
  const treated: DetectorLooks['treated'][number][] = [];
  // One after another: each may be as large as the photo.
  for (const given of settings)
    treated.push({ learnt: await underKey(given, 'learnt'), tried: await underKey(given, 'tried') });
  return {
    clean,
    edited: {
      tinted: underEdit('tinted'),
      graduated: underEdit('graduated'),
      'soft-focus': underEdit('soft-focus'),
    },
    treated,
  };
}

function smaller(picture: Picture): Picture {
  const short = Math.min(picture.width, picture.height);
  return short <= shortSide ? picture : resized(picture, sizeWithShortSide(picture, shortSide));
}

function saved(picture: Picture): Picture {
  const { width, height } = picture;
  const rgb = jpegRoundTrip(rgbOf(picture), width, height, quality);
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let from = 0, to = 0; from < rgb.length; from += 3, to += 4) {
    data[to] = rgb[from] as number;
    data[to + 1] = rgb[from + 1] as number;
    data[to + 2] = rgb[from + 2] as number;
  }
  return { width, height, data };
}

/** All variants of a photo have its size, so where one could be seen all can. */
function sure<T>(looks: T | null): T {
  if (looks === null) throw new Error('A variant of a photo has another size.');
  return looks;
}
