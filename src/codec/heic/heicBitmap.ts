import { isSrgbProfile, profileName } from '../colour/profileName.ts';
import type { IsoColour } from '../iso/isoPicture.ts';
import { isoPicture } from '../iso/isoPicture.ts';
import { rawPng } from '../png/rawPng.ts';
import { readBitmap } from '../readback/readback.ts';
import { decodeHeic } from './sharedDecoder.ts';

/**
 * A HEIC photo as a bitmap, upright and in its own colour space, which drawing turns into sRGB. By the browser where
 * it can (Safari), else by heic-to, which leaves colours to us.
 *
 * @throws PhotoError `unreadable`, `timed-out` or `noisy-canvas`
 */
export async function bitmapOfHeic(
  bytes: Uint8Array<ArrayBuffer>,
  options: ImageBitmapOptions,
): Promise<ImageBitmap> {
  const native = await createImageBitmap(new Blob([bytes], { type: 'image/heic' }), options).catch(
    () => null,
  );
  if (native !== null) return native;
  const { width, height, colour } = isoPicture(bytes) ?? { width: 0, height: 0, colour: null };
  const bitmap = await decodeHeic(bytes, width * height);
  return isSrgb(colour) ? bitmap : inColour(bitmap, colour);
}

/** H.273 gives 1 to the primaries of sRGB, and 2 to "not said". Phones write BT.709's curve for sRGB's. */
function isSrgb(colour: IsoColour | null): colour is null {
  if (colour === null) return true;
  if (colour.kind === 'coded') return colour.primaries === 1 || colour.primaries === 2;
  return isSrgbProfile(colour.icc);
}

async function inColour(bitmap: ImageBitmap, colour: IsoColour): Promise<ImageBitmap> {
  try {
    const { width, height, data } = await readBitmap(bitmap, 'any');
    if (isDisplayP3(colour)) {
      const picture = new ImageData(data, width, height, { colorSpace: 'display-p3' });
      // A browser that knows no other colour spaces ignores the wish.
      if (picture.colorSpace === 'display-p3') return await createImageBitmap(picture);
    }
    return await createImageBitmap(new Blob([rawPng(width, height, data, colour)], { type: 'image/png' }));
  } finally {
    bitmap.close();
  }
}

function isDisplayP3(colour: IsoColour): boolean {
  return colour.kind === 'coded' ? colour.primaries === 12 : profileName(colour.icc) === 'Display P3';
}
