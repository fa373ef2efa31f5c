import type { Pixels } from '../../src/engine/engine.ts';
import { noise, randomFrom, scenery } from '../fixtures/pixels.ts';

/** A photo for a test: its bytes, or how to draw it (large ones need not cross from the test to the browser). */
export type PhotoSpec =
  | { readonly kind: 'bytes'; readonly width: number; readonly height: number; readonly base64: string }
  /** The input of large-v1.json. */
  | { readonly kind: 'pattern'; readonly width: number; readonly height: number }
  /** Random in all four channels. */
  | { readonly kind: 'noise'; readonly width: number; readonly height: number; readonly seed: number }
  | { readonly kind: 'scenery'; readonly width: number; readonly height: number; readonly seed: number };

export function drawn(spec: PhotoSpec): Pixels {
  const { width, height } = spec;
  switch (spec.kind) {
    case 'bytes':
      return { width, height, data: Uint8ClampedArray.from(atob(spec.base64), char => char.charCodeAt(0)) };
    case 'pattern':
      return pattern(width, height);
    case 'noise':
      return noise(width, height, randomFrom(spec.seed));
    case 'scenery':
      return scenery(width, height, randomFrom(spec.seed));
  }
}

/** (7x + 13y + 29c + floor(xy / 64)) mod 256 */
function pattern(width: number, height: number): Pixels {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      const value = 7 * x + 13 * y + Math.floor((x * y) / 64);
      for (let channel = 0; channel < 3; channel++) data[at + channel] = (value + 29 * channel) % 256;
    }
  }
  return { width, height, data };
}
