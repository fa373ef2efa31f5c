import type { Filter } from '../../core/filter/filter.ts';
import type { Picture } from '../../core/picture/resize.ts';
import {
  type Correlator,
  type Frame,
  filterOperator,
  frameOf,
  type Part,
  placeIn,
} from '../../core/restoreFilter.ts';
import { leastSquares } from '../../core/restoreSolve.ts';
import { FirstGuess } from './restoreGuess.ts';

/**
 * Undoes the `cuda` method tile by tile. What a pixel was depends on its surroundings only, and the less the farther off
 * they are: so each tile is solved for on its own, with a border around it that is thrown away. That keeps everything in
 * the processor's cache, takes no memory worth naming, and lets tiles be shared out.
 */

/** Pixels a side that a tile gives, and the least width of the border around it. */
const tileSide = 512;
const leastBorder = 24;

export interface CudaTask {
  /** The protected photo. */
  readonly picture: Picture;
  readonly filter: Filter;
  /** The receipt's: the filtered value that became 255. Above 0. */
  readonly peak: number;
  /** Of what rounding and encoding did to each value of the protected photo, levels². */
  readonly variance: number;
}

/** Tiles that cover a photo, in rows. */
export function restoreTiles(width: number, height: number): readonly Part[] {
  const along = (side: number) => {
    const count = Math.ceil(side / tileSide);
    return Array.from({ length: count }, (_, i) => {
      const from = Math.round((i * side) / count);
      return { from, length: Math.round(((i + 1) * side) / count) - from };
    });
  };
  return along(height).flatMap(row =>
    along(width).map(column => ({
      x: column.from,
      y: row.from,
      width: column.length,
      height: row.length,
    })),
  );
}

/**
 * Variance, in levels², of how far a first guess is off, typically: λ is the noise over it. In fine structure a photo has
 * less than that, in edges more.
 */
const typicalDistance = 100;
const mostSteps = 60;
/**
 * How flat the gradient must become for a photo that was rounded only; with noise it may stay steeper. Twice as much cost up
 * to a decibel without noise and nothing under JPEG 92, and saved a fifth of the steps.
 */
const finest = 2e-3;
/** What the solver uses, and what is given and looked for. */
const planes = 7;

/** The original's pixels in one tile: R, G, B, A in rows, cut to 0…255, alpha as it is. */
export function restoreTile(
  { picture, filter, peak, variance }: CudaTask,
  tile: Part,
  correlator: Correlator,
): Uint8ClampedArray<ArrayBuffer> {
  const reach = (filter.size - 1) / 2;
  const view = surroundings(picture, tile, Math.max(leastBorder, 4 * filter.size));
  const frame = frameOf(view.width, view.height, reach);
  const part = equations(picture, view, reach);
  const scale = peak / 255;
  const damping = (variance * scale ** 2) / typicalDistance;
  const tolerance = Math.min(4e-3, finest * Math.sqrt(12 * variance));
  const options = { damping, tolerance, mostSteps };
  const data = new Uint8ClampedArray(tile.width * tile.height * 4);
  const guess = new FirstGuess(picture, filter, scale);
  const operator = filterOperator(frame, part, filter, correlator);
  for (const channel of [0, 1, 2]) {
    correlator.reserve(planes, frame.length);
    const make = (length: number) => correlator.plane(length);
    const given = make(frame.length);
    const x = make(frame.length);
    load(picture, view, frame, part, channel, scale, given);
    guess.fill(view, frame, channel, x);
    leastSquares(operator, given, x, options, make);
    store(x, frame, view, tile, channel, data);
  }
  for (let y = 0; y < tile.height; y++) {
    for (let x = 0; x < tile.width; x++) {
      const from = ((tile.y + y) * picture.width + tile.x + x) * 4;
      data[(y * tile.width + x) * 4 + 3] = picture.data[from + 3] as number;
    }
  }
  return data;
}

/** A tile with its border, as far as the photo goes. */
function surroundings(picture: Picture, tile: Part, border: number): Part {
  const x = Math.max(0, tile.x - border);
  const y = Math.max(0, tile.y - border);
  return {
    x,
    y,
    width: Math.min(picture.width, tile.x + tile.width + border) - x,
    height: Math.min(picture.height, tile.y + tile.height + border) - y,
  };
}

/** The places of a view whose taps see nothing outside it but the zeros around the photo. */
function equations(picture: Picture, view: Part, reach: number): Part {
  const left = view.x === 0 ? 0 : reach;
  const top = view.y === 0 ? 0 : reach;
  const right = view.x + view.width === picture.width ? 0 : reach;
  const bottom = view.y + view.height === picture.height ? 0 : reach;
  return { x: left, y: top, width: view.width - left - right, height: view.height - top - bottom };
}

/** The filtered values, unrounded as near as can be. */
function load(
  picture: Picture,
  view: Part,
  frame: Frame,
  part: Part,
  channel: number,
  scale: number,
  out: Float32Array,
): void {
  for (let y = part.y; y < part.y + part.height; y++) {
    let from = ((view.y + y) * picture.width + view.x + part.x) * 4 + channel;
    let to = placeIn(frame, part.x, y);
    for (let x = 0; x < part.width; x++, from += 4) out[to++] = scale * (picture.data[from] as number);
  }
}

function store(
  x: Float32Array,
  frame: Frame,
  view: Part,
  tile: Part,
  channel: number,
  out: Uint8ClampedArray,
): void {
  for (let row = 0; row < tile.height; row++) {
    let from = placeIn(frame, tile.x - view.x, tile.y - view.y + row);
    let to = row * tile.width * 4 + channel;
    for (let column = 0; column < tile.width; column++, to += 4) out[to] = x[from++] as number;
  }
}
