import sharp from 'sharp';
import type { PhotoDescription } from '../../../src/codec/describe/description.ts';
import { PhotoError } from '../../../src/codec/photoError.ts';
import { decodeTiff } from '../../../src/codec/tiff/decodeTiff.ts';
import { turned } from '../../../src/codec/turn.ts';
import type { Pixels } from '../../../src/engine/engine.ts';
import { inSrgb, rgbaOf } from './colours.ts';

/** The first picture of a TIFF by the app's reader: upright, in sRGB. @throws PhotoError */
export async function decodeTiffUpright(
  bytes: Uint8Array<ArrayBuffer>,
  { orientation }: PhotoDescription,
): Promise<Pixels> {
  const { pixels, profile } = await decodeTiff(bytes, readJpeg);
  return turned(profile === null ? pixels : await inSrgb(pixels, profile), orientation);
}

/** A JPEG that stands in a TIFF, whose profile is that of all. */
async function readJpeg(file: Uint8Array<ArrayBuffer>): Promise<Pixels> {
  try {
    return await rgbaOf(sharp(file, { ignoreIcc: true }));
  } catch {
    throw new PhotoError({ kind: 'unreadable' });
  }
}
