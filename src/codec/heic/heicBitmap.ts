import type { IsoColour } from '../iso/isoPicture.ts';
import { isoPicture } from '../iso/isoPicture.ts';
import { rawPng } from '../png/rawPng.ts';
import { readBitmap } from '../readback/readback.ts';
import { decodeHeic } from './heicDecoder.ts';

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
  return description(colour.icc).startsWith('sRGB');
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
  return colour.kind === 'coded' ? colour.primaries === 12 : description(colour.icc) === 'Display P3';
}

/** What an ICC profile calls itself: text in ASCII (version 2) or UTF-16 (version 4). */
function description(icc: Uint8Array): string {
  const view = new DataView(icc.buffer, icc.byteOffset, icc.length);
  const tags = icc.length >= 132 ? Math.min(view.getUint32(128), (icc.length - 132) / 12) : 0;
  for (let i = 0; i < tags; i++) {
    const entry = 132 + 12 * i;
    if (view.getUint32(entry) !== 0x64657363) continue;
    const [from, length] = [view.getUint32(entry + 4), view.getUint32(entry + 8)];
    const content = icc.subarray(from, from + length);
    const latin = String.fromCharCode(...content.subarray(0, 400));
    const start = latin.startsWith('mluc') ? 28 : 12;
    return latin.slice(start).replaceAll('\0', '').trim();
  }
  return '';
}
