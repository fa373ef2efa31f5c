import type { Filter } from './filter/filter.ts';
import type { LinearOperator } from './restoreSolve.ts';

/**
 * The `cuda` method (docs/method.md) as a linear operator: cross-correlation with the filter, zeros outside. Its
 * adjoint is the same with flipped taps.
 */

/** Where a plane of numbers lies in its array: rows of `stride`, zeros around them as far as taps reach. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Zeros on each side. */
  readonly margin: number;
  readonly stride: number;
  /** Numbers in the whole array, room for vectors at its end included. */
  readonly length: number;
}

/** Numbers that vector loops may write beyond the end of a row. */
const slack = 16;

/** Room for a picture with a margin on each side, all in pixels; rows are whole vectors long. */
export function frameOf(width: number, height: number, margin: number): Frame {
  const stride = (width + 2 * margin + slack + 3) & ~3;
  return { width, height, margin, stride, length: stride * (height + 2 * margin) + slack };
}

/** Index of a place in a frame; margins have negative ones and those beyond the end. */
export function placeIn({ margin, stride }: Frame, x: number, y: number): number {
  return (y + margin) * stride + x + margin;
}

/** A rectangle inside a frame, in its own numbers. */
export interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Correlates framed planes; the engine has one that uses vectors. */
export interface Correlator {
  /** Makes room for so many planes of so many numbers; those that were given before are lost. */
  reserve(planes: number, length: number): void;
  /** A plane of zeros where this correlator can work on it. */
  plane(length: number): Float32Array;
  /** to[x, y] = Σ weights[m, n] · from[x + n − r, y + m − r] for all places of the part; nothing else is changed. */
  correlate(from: Float32Array, to: Float32Array, frame: Frame, part: Part, filter: Filter): void;
}

/** In plain TypeScript. */
export const plainCorrelator: Correlator = {
  plane: length => new Float32Array(length),
  reserve() {},
  correlate(from, to, frame, part, { size, weights }) {
    const reach = (size - 1) / 2;
    const sums = new Float64Array(part.width);
    for (let y = part.y; y < part.y + part.height; y++) {
      sums.fill(0);
      for (let m = 0; m < size; m++) {
        for (let n = 0; n < size; n++) {
          const at = placeIn(frame, part.x + n - reach, y + m - reach);
          addTap(sums, from, at, weights[m * size + n] as number);
        }
      }
      to.set(sums, placeIn(frame, part.x, y));
    }
  },
};

function addTap(sums: Float64Array, from: Float32Array, at: number, weight: number): void {
  for (let x = 0; x < sums.length; x++) {
    sums[x] = (sums[x] as number) + weight * (from[at + x] as number);
  }
}

/** Taps turned by half a turn. */
function flipped({ size, weights }: Filter): Filter {
  return { size, weights: [...weights].reverse() };
}

/**
 * The filter on a framed plane, of which only the equations of `part` are asked for: all of them where the frame holds a
 * whole photo; where it holds a tile of one, those whose taps see nothing beyond the tile.
 */
export function filterOperator(
  frame: Frame,
  part: Part,
  filter: Filter,
  correlator: Correlator,
): LinearOperator<Float32Array> {
  const back = flipped(filter);
  const whole = { x: 0, y: 0, width: frame.width, height: frame.height };
  return {
    domain: frame.length,
    range: frame.length,
    // What lies outside the part stays 0 in `out`, which every plane begins with.
    apply: (x, out) => correlator.correlate(x, out, frame, part, filter),
    adjoint: (y, out) => correlator.correlate(y, out, frame, whole, back),
  };
}
