import sharp, { type Sharp } from 'sharp';
import { describeFile, describePhoto } from '../../src/codec/describe/describePhoto.ts';
import type { Orientation, PhotoDescription } from '../../src/codec/describe/description.ts';
import { soundGif } from '../../src/codec/gif/soundGif.ts';
import { soundIso } from '../../src/codec/iso/soundIso.ts';
import { soundJpeg } from '../../src/codec/jpeg/soundJpeg.ts';
import { PhotoError } from '../../src/codec/photoError.ts';
import { soundPng } from '../../src/codec/png/soundPng.ts';
import { pictureIn } from '../../src/codec/raw/pictureIn.ts';
import type { FailureReason } from '../../src/core/faults/failure.ts';
import { maxPhotoPixels } from '../../src/core/intake.ts';
import type { SourceType } from '../../src/core/settings.ts';
import type { Pixels } from '../../src/engine/engine.ts';
import { rgbaOfCmyk } from './formats/cmyk.ts';
import { rgbaOf } from './formats/colours.ts';
import { isOpaque } from './opaque.ts';
import { decodeSmallPng } from './smallPng.ts';

// One photo after another: nothing that is kept is ever asked for again. Photos are worked on side by side, so that one
// does not need more than a core.
sharp.cache(false);
sharp.concurrency(1);

/** A photo, decoded: upright, in sRGB. */
interface DecodedPhoto {
  readonly pixels: Pixels;
  /** No pixel is transparent, not even a little. */
  readonly opaque: boolean;
}

/**
 * What the bytes say of a photo before it is decoded.
 *
 * @param name of the file: raw files do not all say what they are
 * @throws PhotoError for what is none, or is too large
 */
export async function readDescription(bytes: Uint8Array<ArrayBuffer>, name = ''): Promise<PhotoDescription> {
  const photo = await describePhoto(bytes, { name });
  if (photo === null) throw new PhotoError(await whatElse(bytes, name));
  const pixels = photo.width * photo.height;
  if (pixels > maxPhotoPixels) throw new PhotoError({ kind: 'too-large', pixels, limit: maxPhotoPixels });
  return photo;
}

/** Why a file is no photo that can be protected. */
async function whatElse(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<FailureReason> {
  const said = await describeFile(new File([bytes], name));
  return said?.kind === 'other' ? { kind: 'unsupported', type: said.what } : { kind: 'unreadable' };
}

/**
 * The pixels of a photo: upright by its orientation, in sRGB by its colour profile, RGBA with straight alpha, as the app
 * has them. @throws PhotoError
 */
export async function decodePhoto(
  file: Uint8Array<ArrayBuffer>,
  description: PhotoDescription,
): Promise<DecodedPhoto> {
  const { bytes, photo } = pictureIn(file, description);
  const { type, alpha, orientation } = photo;
  const decode = byOthers[type];
  if (decode !== undefined) {
    const pixels = await decode(bytes, photo);
    return { pixels, opaque: alpha === 'none' || isOpaque(pixels.data) };
  }
  const small = type === 'image/png' ? decodeSmallPng(bytes) : null;
  if (small !== null && orientation === 1) return small;
  const pixels = await decodeSound(await soundBytes(bytes, photo), photo);
  return { pixels, opaque: alpha === 'none' || isOpaque(pixels.data) };
}

/** What libvips does not read, each with a decoder that comes with the first of them. */
const byOthers: Readonly<Partial<Record<SourceType, Decode>>> = {
  'image/bmp': async bytes => (await import('./formats/bmp.ts')).decodeBmp(bytes),
  'image/heic': async bytes => (await import('./formats/heic.ts')).decodeHeic(bytes),
  'image/jxl': async (bytes, photo) => (await import('./formats/jxl.ts')).decodeJxl(bytes, photo),
  'image/tiff': async (bytes, photo) => (await import('./formats/tiff.ts')).decodeTiffUpright(bytes, photo),
};

/** Gives pixels upright, in sRGB. */
type Decode = (bytes: Uint8Array<ArrayBuffer>, photo: PhotoDescription) => Promise<Pixels>;

/** As the app mends what lacks only its end. @throws PhotoError `cut-off` or `unreadable` */
async function soundBytes(
  bytes: Uint8Array<ArrayBuffer>,
  { type }: PhotoDescription,
): Promise<Uint8Array<ArrayBuffer>> {
  if (type === 'image/jpeg') return soundJpeg(bytes, true);
  if (type === 'image/gif') return soundGif(bytes);
  if (type === 'image/avif') return soundIso(bytes);
  return type === 'image/png' ? soundPng(bytes) : bytes;
}

async function decodeSound(
  bytes: Uint8Array<ArrayBuffer>,
  { type, orientation, coding, colour }: PhotoDescription,
): Promise<Pixels> {
  const image = sharp(bytes, { failOn: 'truncated', limitInputPixels: maxPhotoPixels });
  // AVIF says by itself how it lies, and libheif turns it.
  const upright = type === 'image/avif' ? image : turned(image, orientation);
  try {
    return await (colour.model === 'cmyk' && !colour.profile ? rgbaOfCmyk(upright) : rgbaOf(upright));
  } catch {
    throw new PhotoError(
      coding === undefined ? { kind: 'unreadable' } : { kind: 'unsupported-coding', coding },
    );
  }
}

/** Upright, by an orientation that was read already. sharp mirrors before it turns. */
function turned(image: Sharp, orientation: Orientation): Sharp {
  const [mirrored, degrees] = turns[orientation];
  const facing = mirrored ? image.flop() : image;
  return degrees === 0 ? facing : facing.rotate(degrees);
}

/** Mirrored left to right first, then turned clockwise (EXIF 2.32, 4.6.4 A). */
const turns: Readonly<Record<Orientation, readonly [mirrored: boolean, degrees: 0 | 90 | 180 | 270]>> = {
  1: [false, 0],
  2: [true, 0],
  3: [false, 180],
  4: [true, 180],
  5: [true, 270],
  6: [false, 90],
  7: [true, 90],
  8: [false, 270],
};
