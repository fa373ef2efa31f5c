import type { CastField } from '../../core/cast/castField.ts';
import { clamped, type LayTask } from './layVeil.ts';
import { pixelsPerStep, type Steps } from './steps.ts';

/** Still values have 22 bits after the point; a swing has 7 and its cosine 15, which makes 22 of their product. */
const one = 2 ** 22;
const swingOne = 2 ** 7;
const cosineOne = 2 ** 15;

/** `Kernels.layField`. Each pixel is read once and written once. */
export function* plainLayField(task: LayTask, field: CastField): Steps<void> {
  const { words, width, part, out } = task;
  const cosines = Int32Array.from({ length: part.width }, (_, x) =>
    Math.round(field.cosineAt(part.x + x) * cosineOne),
  );
  let sinceYield = 0;
  for (let row = 0; row < part.height; row++) {
    const { still, swing } = field.row(part.y + row);
    const [red = 0, green = 0, blue = 0] = still.map(value => Math.round((value + 0.5) * one));
    const [redSwing = 0, greenSwing = 0, blueSwing = 0] = swing.map(value => Math.round(value * swingOne));
    const from = (part.y + row) * width + part.x;
    const to = row * part.width;
    for (let x = 0; x < part.width; x++) {
      const word = words[from + x] as number;
      const cosine = cosines[x] as number;
      let b = (((word >>> 16) & 0xff) * one + Math.imul(blueSwing, cosine) + blue) >> 22;
      let g = (((word >>> 8) & 0xff) * one + Math.imul(greenSwing, cosine) + green) >> 22;
      let r = ((word & 0xff) * one + Math.imul(redSwing, cosine) + red) >> 22;
      if (((r | g | b) & ~0xff) !== 0) {
        r = clamped(r);
        g = clamped(g);
        b = clamped(b);
      }
      out[to + x] = (word & 0xff000000) | (b << 16) | (g << 8) | r;
    }
    sinceYield += part.width;
    if (sinceYield >= pixelsPerStep) {
      sinceYield = 0;
      yield;
    }
  }
}
