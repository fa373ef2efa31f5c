import { areaAverage, type Plane, sidesAt } from '../../../core/picture/luminance.ts';
import type { Picture } from '../../../core/picture/resize.ts';

/** A small copy of a photo's red, green and blue, in their sRGB encoding: where the slow waves of a cast are looked for. */
export type Colours = readonly [red: Plane, green: Plane, blue: Plane];

/** Short side, in pixels, of the copies that are kept; no wave is shorter than two thirds of it. */
const coloursSide = 96;

/** The small copy of RGBA bytes; alpha plays no part. One channel at a time, since photos are large. */
export function coloursOf(data: Uint8Array | Uint8ClampedArray, width: number, height: number): Colours {
  const sides = sidesAt(width, height, coloursSide);
  const channel = (c: number) => {
    const values = new Float32Array(width * height);
    for (let i = 0, at = c; i < values.length; i++, at += 4) values[i] = data[at] as number;
    return areaAverage({ width, height, values }, sides.width, sides.height);
  };
  return [channel(0), channel(1), channel(2)];
}

/** As a picture, opaque: what a found photo is shown by. */
export function pictureOf([red, green, blue]: Colours): Picture {
  const { width, height } = red;
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i++) {
    data.set([red.values[i] as number, green.values[i] as number, blue.values[i] as number], i * 4);
  }
  return { width, height, data };
}

/** A smaller copy still. */
export function coloursAt([red, green, blue]: Colours, shortSide: number): Colours {
  const sides = sidesAt(red.width, red.height, shortSide);
  const smaller = (plane: Plane) => areaAverage(plane, sides.width, sides.height);
  return [smaller(red), smaller(green), smaller(blue)];
}
