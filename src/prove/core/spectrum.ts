import type { Plane } from '../../core/picture/luminance.ts';
import { PlaneTransform } from '../../core/picture/planeTransform.ts';

/**
 * What a photo's filter leaves in it, whatever is to be seen: the log power spectrum of its luminance. Convolving a
 * photo multiplies its spectrum, so every photo of a label has the same pattern added to its logarithm.
 *
 * Tiles of 32 × 32 pixels that overlap by half or more, each under a Hann window; their powers are averaged (P. D.
 * Welch, "The use of fast Fourier transform for the estimation of power spectra", 1967), then the logarithm is taken.
 */

/** Side of a tile, in pixels. */
export const tileSide = 32;
const area = tileSide * tileSide;
const half = tileSide / 2;

/** The periodic Hann window: halves that overlap add up to 1. */
const hann = Float64Array.from(
  { length: tileSide },
  (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / tileSide),
);
const window = Float64Array.from(
  { length: area },
  (_, i) => (hann[i % tileSide] as number) * (hann[(i / tileSide) | 0] as number),
);

/** Power that rounding pixels to whole levels gives every bin (1/12 a pixel): below it there is nothing to see. */
export const powerFloor = window.reduce((sum, w) => sum + w * w, 0) / 12;

/**
 * The frequency of each value of a spectrum, in cycles per tile from 0 to 31 (above 16: negative). Of each pair (u, v)
 * and (−u, −v) there is one, since a picture's power is the same at both.
 */
export const frequencies: readonly (readonly [number, number])[] = Array.from({ length: area }, (_, i) => {
  return [i % tileSide, Math.floor(i / tileSide)] as const;
}).filter(([u, v]) => (v === 0 || v === half ? u <= half : v < half));

/** Values in a spectrum: 514. */
export const spectrumLength = frequencies.length;

const transform = new PlaneTransform(tileSide, tileSide);

/** Where a frequency stands after the transform, which turns the tile on its side. */
const placeOf = (u: number, v: number) => (u % tileSide) * tileSide + (v % tileSide);
const here = Uint16Array.from(frequencies, ([u, v]) => placeOf(u, v));
const opposite = Uint16Array.from(frequencies, ([u, v]) => placeOf(tileSide - u, tileSide - v));

const scratch = { re: new Float64Array(area), im: new Float64Array(area) };

/**
 * The log power spectrum of a picture, {@link spectrumLength} values; null when a side is shorter than a tile.
 *
 * @param mostTiles where there are more tiles, this many of them, evenly spread
 */
export function logSpectrum(
  plane: Plane,
  mostTiles = Number.POSITIVE_INFINITY,
): Float32Array<ArrayBuffer> | null {
  if (Math.min(plane.width, plane.height) < tileSide) return null;
  const tiles = tilesOf(plane.width, plane.height, mostTiles);
  const power = new Float64Array(spectrumLength);
  // Two real tiles make one complex one, and the sum of their powers comes out at half the cost.
  for (let i = 0; i < tiles.length; i += 2) {
    load(plane, tiles[i], scratch.re);
    load(plane, tiles[i + 1], scratch.im);
    addPower(power);
  }
  return Float32Array.from(power, sum => Math.log(sum / tiles.length + powerFloor));
}

/** Index of the first pixel of each tile. */
function tilesOf(width: number, height: number, most: number): readonly number[] {
  const across = starts(width);
  const all = starts(height).flatMap(y => across.map(x => y * width + x));
  if (all.length <= most) return all;
  return Array.from({ length: most }, (_, i) => all[Math.floor(((i + 0.5) * all.length) / most)] as number);
}

/** Where tiles begin so that they cover a side and overlap by half or a little more. */
function starts(side: number): readonly number[] {
  const room = side - tileSide;
  const steps = Math.ceil(room / half);
  return Array.from({ length: steps + 1 }, (_, i) => (steps === 0 ? 0 : Math.round((i * room) / steps)));
}

/** A tile under its window; nothing where there is none. */
function load({ width, values }: Plane, start: number | undefined, into: Float64Array): void {
  if (start === undefined) {
    into.fill(0);
    return;
  }
  for (let y = 0; y < tileSide; y++) {
    const from = start + y * width;
    const to = y * tileSide;
    for (let x = 0; x < tileSide; x++)
      into[to + x] = (values[from + x] as number) * (window[to + x] as number);
  }
}

/** Transforms the two tiles in `scratch` and adds their powers. */
function addPower(power: Float64Array): void {
  const { re, im } = scratch;
  transform.forward(re, im);
  for (let i = 0; i < power.length; i++) {
    const a = here[i] as number;
    const b = opposite[i] as number;
    const ar = re[a] as number;
    const ai = im[a] as number;
    const br = re[b] as number;
    const bi = im[b] as number;
    // Products, since powers are called and not computed in place.
    const sum = ar * ar + ai * ai + br * br + bi * bi;
    power[i] = (power[i] as number) + sum / 2;
  }
}
