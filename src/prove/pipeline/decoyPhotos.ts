import type { Cast } from '../../core/cast/cast.ts';
import { resized, sizeWithShortSide } from '../../core/picture/resize.ts';
import { onWhite, squareOf } from '../../core/trainingSquare.ts';
import type { Engine, Pixels, Treatment } from '../../engine/engine.ts';
import { decodeFile } from '../../pipeline/readPhoto.ts';
import {
  amplified,
  type DecoyExample,
  decoyExample,
  type ExamplePicture,
  exampleCasts,
  exampleLevel,
  examplePlaces,
  type Place,
} from '../core/decoyExample.ts';
import type { DecoyShown } from '../core/decoyShown.ts';
import { meanColours } from '../core/meanColours.ts';

export interface DecoyPictures extends DecoyExample {
  /** One of each label. */
  readonly shown: readonly DecoyShown[];
}

/** Of the squares that are shown, in pixels. */
const shownSide = 176;
/** Short side of the photographs that pictures are cut out of, side of these, and how many of each. */
const photoSide = 240;
const pictureSide = 96;
const picturesEach = 40;

/**
 * The theory's three pictures from photographs of two labels: computed, not drawn.
 *
 * @throws PhotoError as reading and decoding do
 */
export async function decoyPictures(
  files: readonly { readonly label: 0 | 1; readonly file: Blob }[],
  engine: Engine,
): Promise<DecoyPictures> {
  const casts = exampleCasts();
  const photos: { label: 0 | 1; pixels: Pixels }[] = [];
  for (const { label, file } of files) {
    const { pixels } = await decodeFile(file);
    const opaque = onWhite(pixels);
    photos.push({ label, pixels: resized(opaque, sizeWithShortSide(opaque, photoSide)) });
  }
  const places = examplePlaces(
    photos.map(({ pixels }) => pixels),
    picturesEach,
    pictureSide,
  );
  const pictures: ExamplePicture[] = [];
  for (const [at, { label, pixels }] of photos.entries()) {
    for (const [i, place] of (places[at] ?? []).entries()) {
      const picture = cutOut(pixels, place);
      const after = await underCast(picture, casts[label], engine);
      pictures.push({
        label,
        original: meanColours(picture),
        protected: meanColours(after),
        learnt: i % 2 === 0,
      });
    }
  }
  const shown: DecoyShown[] = [];
  for (const label of [0, 1] as const) {
    const photo = photos.find(one => one.label === label);
    if (!photo) continue;
    const square: Pixels = squareOf(photo.pixels, shownSide);
    shown.push({
      photo: square,
      decoy: { width: shownSide, height: shownSide, data: amplified(casts[label], shownSide) },
      protected: await underCast(square, casts[label], engine),
    });
  }
  return { shown, ...decoyExample(pictures) };
}

function cutOut({ width, data }: Pixels, { left, top, mirrored }: Place): Pixels {
  const out = new Uint8ClampedArray(pictureSide * pictureSide * 4);
  for (let y = 0; y < pictureSide; y++) {
    for (let x = 0; x < pictureSide; x++) {
      const from = ((top + y) * width + left + (mirrored ? pictureSide - 1 - x : x)) * 4;
      out.set(data.subarray(from, from + 4), (y * pictureSide + x) * 4);
    }
  }
  return { width: pictureSide, height: pictureSide, data: out };
}

async function underCast(pixels: Pixels, cast: Cast, engine: Engine): Promise<Pixels> {
  const filter = { size: 3, weights: [0, 0, 0, 0, 1, 0, 0, 0, 0] };
  const treatment: Treatment = { method: 'cast', cast, castLevel: exampleLevel, filter, veilSize: null };
  // The engine may work in place.
  return (await engine.protect({ ...pixels, data: pixels.data.slice() }, treatment)).pixels;
}
