import type { Filter } from '../../../core/filter/filter.ts';
import { frequencyResponse, responseLevel } from '../../../core/filter/filterResponse.ts';

/** Squares a side of the picture. */
export const responseSide = 31;
const shades = 12;

interface Shade {
  /** Opacity, 0 to 1. */
  readonly level: number;
  /** All squares of that shade, as an SVG path. */
  readonly path: string;
}

/** The frequency response of a filter in a dozen shades, each one path: a thousand squares would be slow to draw. */
export function responsePaths(filter: Filter): readonly Shade[] {
  const squares = new Map<number, string>();
  frequencyResponse(filter, responseSide).forEach((magnitude, i) => {
    const shade = Math.round(responseLevel(magnitude) * shades);
    const square = `M${i % responseSide} ${Math.floor(i / responseSide)}h1v1h-1z`;
    squares.set(shade, (squares.get(shade) ?? '') + square);
  });
  return [...squares].map(([shade, path]) => ({ level: 0.06 + (0.94 * shade) / shades, path }));
}
