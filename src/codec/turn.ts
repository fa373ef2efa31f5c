import type { Pixels } from '../engine/engine.ts';
import type { Orientation } from './describe/description.ts';

/**
 * A picture turned upright, as its EXIF orientation from 1 to 8 asks. Pixels are moved whole, so nothing about them
 * changes.
 */
export function turned({ width, height, data }: Pixels, orientation: Orientation): Pixels {
  if (orientation === 1) return { width, height, data };
  const swapped = orientation >= 5;
  const [w, h] = swapped ? [height, width] : [width, height];
  const from = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const to = new Uint32Array(w * h);
  // From the right, and from the bottom, of the stored picture.
  const mirrored = [2, 3, 7, 8].includes(orientation);
  const upsideDown = [3, 4, 6, 7].includes(orientation);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const [sx, sy] = swapped ? [y, x] : [x, y];
      const column = mirrored ? width - 1 - sx : sx;
      const row = upsideDown ? height - 1 - sy : sy;
      to[y * w + x] = from[row * width + column] ?? 0;
    }
  }
  return { width: w, height: h, data: new Uint8ClampedArray(to.buffer) };
}
