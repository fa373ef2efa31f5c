import { type Picture, resized, sizeWithShortSide } from './picture/resize.ts';

/** Photos as models are given them: small opaque squares. */

/** The picture laid on white; the same one when nothing shows through. */
export function onWhite(picture: Picture): Picture {
  const { width, height, data } = picture;
  const out = new Uint8ClampedArray(data.length);
  let opaque = true;
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3] as number;
    opaque = opaque && alpha === 255;
    for (let c = 0; c < 3; c++) {
      // Rounded half up; whole numbers, so that 255 parts of anything are that thing.
      out[at + c] = Math.floor(((data[at + c] as number) * alpha + 255 * (255 - alpha)) / 255 + 0.5);
    }
    out[at + 3] = 255;
  }
  return opaque ? picture : { width, height, data: out };
}

/**
 * The middle of a picture after its short side was brought to `side` pixels, as training pipelines do: smaller by area
 * average, larger by linear interpolation.
 */
export function squareOf(picture: Picture, side: number): Picture {
  const small = resized(picture, sizeWithShortSide(picture, side));
  const left = Math.floor((small.width - side) / 2);
  const top = Math.floor((small.height - side) / 2);
  const data = new Uint8ClampedArray(side * side * 4);
  for (let y = 0; y < side; y++) {
    const from = ((top + y) * small.width + left) * 4;
    data.set(small.data.subarray(from, from + side * 4), y * side * 4);
  }
  return { width: side, height: side, data };
}

/** Colours without alpha: width · height · 3 bytes. */
export function rgbOf({ width, height, data }: Picture): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    out.set(data.subarray(from, from + 3), to);
  }
  return out;
}
