import { openPhoto, refuseTooLarge } from '../codec/decode.ts';
import type { PhotoDescription } from '../codec/describe/description.ts';
import { notesOf, type PhotoNote } from '../codec/notes.ts';
import { PhotoError } from '../codec/photoError.ts';
import { alphasOf } from '../codec/readback/alphas.ts';
import { probeReadback } from '../codec/readback/readback.ts';
import { readPhoto } from './readPhoto.ts';
import { type Sketch, sketchOf } from './sketch.ts';

export interface SmallPicture {
  /**
   * A small JPEG, or a PNG where the photo is transparent anywhere; the photo itself where the browser changes what pages
   * read back of their canvases.
   */
  readonly blob: Blob;
  readonly notes: readonly PhotoNote[];
  /** Null where the browser changes what pages read back of their canvases. */
  readonly sketch: Sketch | null;
}

const jpegQuality = 0.8;

/**
 * A small upright picture of a photo, at most `side` pixels on its short side and never enlarged.
 *
 * @param known what its first bytes said when it was chosen
 * @throws PhotoError as decoding does, and `vanished`
 */
export async function makeThumbnail(
  file: Blob,
  side: number,
  known?: PhotoDescription,
): Promise<SmallPicture> {
  const { bytes, photo } = await readPhoto(file, known);
  refuseTooLarge(photo);
  const { type } = photo;
  const notes = notesOf(photo);
  if ((await probeReadback()).write === null) {
    // What is drawn cannot be taken from this browser as it is, so it shows the photo itself, if it can.
    if (type === 'image/heic') throw new PhotoError({ kind: 'noisy-canvas' });
    return { blob: new Blob([file], { type }), notes, sketch: null };
  }
  const bitmap = await openPhoto(bytes, photo);
  try {
    return { ...(await shrink(bitmap, side, type !== 'image/jpeg')), notes };
  } finally {
    bitmap.close();
  }
}

async function shrink(
  bitmap: ImageBitmap,
  side: number,
  mayBeClear: boolean,
): Promise<Pick<SmallPicture, 'blob' | 'sketch'>> {
  const scale = Math.min(1, side / Math.min(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('This browser has no 2D canvas off the page.');
  context.imageSmoothingQuality = 'medium';
  context.drawImage(bitmap, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const clear = mayBeClear && alphasOf(data) !== 'opaque';
  const blob = await canvas.convertToBlob(
    clear ? { type: 'image/png' } : { type: 'image/jpeg', quality: jpegQuality },
  );
  return { blob, sketch: await sketchOf({ width, height, data }) };
}
