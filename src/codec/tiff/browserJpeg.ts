import type { Pixels } from '../../engine/engine.ts';
import { PhotoError } from '../photoError.ts';
import { readBitmap } from '../readback/readback.ts';

/** A JPEG without orientation or colour profile, by the browser. @throws PhotoError `unreadable` */
export async function readJpegByBrowser(file: Uint8Array<ArrayBuffer>): Promise<Pixels> {
  const bitmap = await createImageBitmap(new Blob([file], { type: 'image/jpeg' }), {
    imageOrientation: 'from-image',
    colorSpaceConversion: 'none',
  }).catch(() => null);
  if (bitmap === null) throw new PhotoError({ kind: 'unreadable' });
  try {
    return await readBitmap(bitmap, 'opaque');
  } finally {
    bitmap.close();
  }
}
