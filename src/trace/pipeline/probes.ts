import { encode } from '../../codec/encode.ts';
import { type Picture, resized, sizeWithShortSide } from '../../core/picture/resize.ts';
import { onWhite, rgbOf, squareOf } from '../../core/trainingSquare.ts';
import type { Engine, Treatment } from '../../engine/engine.ts';
import { decodeFile } from '../../pipeline/readPhoto.ts';
import type { ProbeShape, ProbeType } from '../core/probeSheet.ts';

/** How one photo is made into probes. */
export interface ProbeLook {
  /** Short side of the probes, in pixels. */
  readonly side: number;
  /** `square`: the middle of it, as trainers take it; `whole`: nothing is cut off. */
  readonly shape: ProbeShape;
  /** `small`: the filter is laid on the probe; a `veil` treatment should then have that veil size. `real`: on the photo. */
  readonly filteredAt: 'real' | 'small';
  /** `real`: the photo is brought to this short side before, if it is longer or `enlarge` is set; null leaves it. */
  readonly shortSide: { readonly pixels: number; readonly enlarge: boolean } | null;
  /** One probe each; null is the photo as it is. */
  readonly variants: readonly (Treatment | null)[];
}

/** Nearly all that a photo in that format can hold, in few bytes. */
const jpegQuality = 0.92;

/**
 * The probes of a photo, opaque, in the variants' order. The file is decoded once; where something shows through, on white.
 *
 * @throws PhotoError as reading and decoding do
 */
export async function probePictures(
  file: Blob,
  look: ProbeLook,
  engine: Engine,
): Promise<readonly Picture[]> {
  const { pixels } = await decodeFile(file);
  return probePicturesOf(pixels, look, engine);
}

/** The same from pixels, which stay as they are. */
export async function probePicturesOf(
  photo: Picture,
  look: ProbeLook,
  engine: Engine,
): Promise<readonly Picture[]> {
  const upright = onWhite(photo);
  const plain = probeOf(upright, look);
  const from = look.filteredAt === 'small' ? plain : broughtTo(upright, look.shortSide);
  const probes: Picture[] = [];
  // One after another: each may be as large as the photo.
  for (const treatment of look.variants) {
    if (treatment === null) {
      probes.push(plain);
      continue;
    }
    // The engine may work in place.
    const { pixels } = await engine.protect({ ...from, data: from.data.slice() }, treatment);
    probes.push(look.filteredAt === 'small' ? pixels : probeOf(pixels, look));
  }
  return probes;
}

function probeOf(picture: Picture, { side, shape }: ProbeLook): Picture {
  return shape === 'square' ? squareOf(picture, side) : resized(picture, sizeWithShortSide(picture, side));
}

function broughtTo(photo: Picture, shortSide: ProbeLook['shortSide']): Picture {
  if (shortSide === null) return photo;
  const { pixels, enlarge } = shortSide;
  if (!enlarge && Math.min(photo.width, photo.height) <= pixels) return photo;
  return resized(photo, sizeWithShortSide(photo, pixels));
}

/** A probe's file, without metadata. @throws PhotoError as encoding does */
export async function probeFile(picture: Picture, type: ProbeType): Promise<Uint8Array<ArrayBuffer>> {
  const quality = type === 'image/jpeg' ? jpegQuality : undefined;
  return (await encode({ pixels: picture, opaque: true }, type, quality)).bytes;
}

/** A square probe as a model is given it: side · side · 3 bytes, RGB in rows. */
export function probeBytes(picture: Picture): Uint8Array<ArrayBuffer> {
  return rgbOf(picture);
}
