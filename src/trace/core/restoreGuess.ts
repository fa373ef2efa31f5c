import type { Filter } from '../../core/filter/filter.ts';
import type { Picture } from '../../core/picture/resize.ts';
import { type Frame, type Part, placeIn } from '../../core/restoreFilter.ts';

/**
 * What the search sets out from, and stays at where the equations say nothing: the protected photo as it is, moved back
 * by as much as its centre tap moved it, and divided by the weights that fell inside the photo. Where the centre tap looked
 * past the photo's edge, pixels were lost to all but faint side taps; there the nearest ones are repeated.
 */
export class FirstGuess {
  readonly #picture: Picture;
  readonly #scale: number;
  readonly #down: number;
  readonly #across: number;
  readonly #reach: number;
  readonly #sums: Float64Array;
  readonly #size: number;

  constructor(picture: Picture, { size, weights }: Filter, scale: number) {
    this.#picture = picture;
    this.#scale = scale;
    this.#size = size;
    this.#reach = (size - 1) / 2;
    const sharpest = weights.indexOf(Math.max(...weights));
    this.#down = Math.floor(sharpest / size) - this.#reach;
    this.#across = (sharpest % size) - this.#reach;
    this.#sums = cumulative(size, weights);
  }

  /** Fills the places of a view, which is in the photo's pixels, in a plane of 0 to 255. */
  fill(view: Part, frame: Frame, channel: number, out: Float32Array): void {
    const { width, height, data } = this.#picture;
    for (let y = 0; y < view.height; y++) {
      const row = Math.min(height - 1, Math.max(0, view.y + y - this.#down));
      for (let x = 0; x < view.width; x++) {
        const column = Math.min(width - 1, Math.max(0, view.x + x - this.#across));
        const inside = this.#weightInside(column, row);
        const value = this.#scale * (data[(row * width + column) * 4 + channel] as number);
        out[placeIn(frame, x, y)] = inside > 0 ? Math.min(255, value / inside) : 0;
      }
    }
  }

  /** Sum of the weights whose taps lie inside the photo when the filter is at that pixel. */
  #weightInside(column: number, row: number): number {
    const { width, height } = this.#picture;
    const size = this.#size;
    const left = Math.max(0, this.#reach - column);
    const right = Math.min(size, width - column + this.#reach);
    const top = Math.max(0, this.#reach - row);
    const bottom = Math.min(size, height - row + this.#reach);
    const at = (m: number, n: number) => this.#sums[m * (size + 1) + n] as number;
    return at(bottom, right) - at(top, right) - at(bottom, left) + at(top, left);
  }
}

/** (size + 1)² sums of all weights above and to the left. */
function cumulative(size: number, weights: readonly number[]): Float64Array {
  const side = size + 1;
  const sums = new Float64Array(side * side);
  for (let m = 0; m < size; m++) {
    let line = 0;
    for (let n = 0; n < size; n++) {
      line += weights[m * size + n] as number;
      sums[(m + 1) * side + n + 1] = (sums[m * side + n + 1] as number) + line;
    }
  }
  return sums;
}
