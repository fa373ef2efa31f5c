import { onWhite, rgbOf, squareOf } from '../../core/trainingSquare.ts';
import type { Engine, Pixels, Treatment } from '../../engine/engine.ts';
import { decodeFile } from '../../pipeline/readPhoto.ts';
import type { ProtectedAt } from '../core/experiment.ts';

export interface SquareWishes {
  /** Of the squares, in pixels. */
  readonly side: number;
  /** `small`: the square is protected; a `veil` treatment should then have that veil size. `real`: the photo is. */
  readonly protectedAt: ProtectedAt;
  /** One square each; null is the photo as it is. */
  readonly variants: readonly (Treatment | null)[];
}

/**
 * A photo as a model is given it, once for each variant: RGB bytes, side · side · 3. The file is decoded once; where
 * something shows through, on white.
 *
 * @throws PhotoError as reading and decoding do
 */
export async function trainingPictures(
  file: Blob,
  wishes: SquareWishes,
  engine: Engine,
): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const { pixels } = await decodeFile(file);
  return trainingSquares(pixels, wishes, engine);
}

/** The same from pixels, which stay as they are. */
export async function trainingSquares(
  pixels: Pixels,
  { side, protectedAt, variants }: SquareWishes,
  engine: Engine,
): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const clean = squareOf(onWhite(pixels), side);
  const from = protectedAt === 'small' ? clean : pixels;
  const squares: Uint8Array<ArrayBuffer>[] = [];
  // One after another: each may be as large as the photo.
  for (const treatment of variants) {
    squares.push(rgbOf(treatment ? await protectedSquare(from, treatment, side, engine) : clean));
  }
  return squares;
}

async function protectedSquare(pixels: Pixels, treatment: Treatment, side: number, engine: Engine) {
  // The engine may work in place.
  const copy = { ...pixels, data: pixels.data.slice() };
  const done = await engine.protect(copy, treatment);
  return squareOf(onWhite(done.pixels), side);
}
