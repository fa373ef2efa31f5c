import type { Region } from '../engine.ts';

/**
 * Values are fixed-point integers with 22 bits after the point: 255 and a field fit below 2^31, and stepping along a
 * thousand pixels loses less than a thousandth of a level.
 */
export const one = 2 ** 22;
export const half = one / 2;

/** Which photo a part is cut from, and where the part goes. `out` may be `words` where the part is the whole. */
export interface LayTask {
  readonly words: Uint32Array;
  readonly width: number;
  readonly height: number;
  readonly part: Region;
  /** part.width · part.height words */
  readonly out: Uint32Array;
}

/**
 * How pixels lie between the centres of `cells` equal cells over `side` pixels. Segment s runs from the centre of
 * cell s − 1 to that of cell s; the first and the last lie outside all centres, as if there were a cell beyond either end.
 */
export class Ramp {
  /** First pixel of each segment, and the side at the end. */
  readonly start: Int32Array;
  /** How far the first pixel of each segment is on its way to the next centre, 0 to 1. */
  readonly share: Float64Array;
  /** What a pixel adds to that. */
  readonly step: number;

  constructor(side: number, cells: number) {
    this.step = cells / side;
    this.start = new Int32Array(cells + 2);
    this.share = new Float64Array(cells + 1);
    for (let segment = 0; segment <= cells; segment++) {
      const first = Math.min(side, Math.max(0, Math.ceil(((segment - 0.5) * side) / cells - 0.5)));
      this.start[segment] = first;
      this.share[segment] = ((first + 0.5) * cells) / side + 0.5 - segment;
    }
    this.start[cells + 1] = side;
  }

  /** The segments that hold the pixels from `from` up to `to`. */
  segmentsOf(from: number, to: number): { readonly first: number; readonly end: number } {
    let first = 0;
    while ((this.start[first + 1] as number) <= from) first++;
    let end = first;
    while (end < this.share.length && (this.start[end] as number) < to) end++;
    return { first, end };
  }
}

/**
 * Lays a line over one row of the part: `centre` · photo + the line, whose nodes hold R, G, B with half a level added for
 * rounding. `segments` are those of `across` that the part touches.
 */
export function layLine(
  { words, width, part, out }: LayTask,
  row: number,
  line: Int32Array,
  centre: number,
  across: Ramp,
  segments: { readonly first: number; readonly end: number },
): void {
  const from = (part.y + row) * width;
  /** Where pixel 0 of the row would go. */
  const to = row * part.width - part.x;
  const { start, share, step } = across;
  const partEnd = part.x + part.width;
  for (let segment = segments.first; segment < segments.end; segment++) {
    const begin = start[segment] as number;
    let x = Math.max(begin, part.x);
    const end = Math.min(start[segment + 1] as number, partEnd);
    const left = segment * 3;
    const way = share[segment] as number;
    const skipped = x - begin;

    const red0 = line[left] as number;
    const green0 = line[left + 1] as number;
    const blue0 = line[left + 2] as number;
    const redWay = (line[left + 3] as number) - red0;
    const greenWay = (line[left + 4] as number) - green0;
    const blueWay = (line[left + 5] as number) - blue0;
    const redStep = (redWay * step) | 0;
    const greenStep = (greenWay * step) | 0;
    const blueStep = (blueWay * step) | 0;
    let red = (red0 + redWay * way + skipped * redStep) | 0;
    let green = (green0 + greenWay * way + skipped * greenStep) | 0;
    let blue = (blue0 + blueWay * way + skipped * blueStep) | 0;

    for (; x < end; x++) {
      const word = words[from + x] as number;
      let b = (Math.imul((word >>> 16) & 0xff, centre) + blue) >> 22;
      let g = (Math.imul((word >>> 8) & 0xff, centre) + green) >> 22;
      let r = (Math.imul(word & 0xff, centre) + red) >> 22;
      // Only a cast leads beyond the ends, and seldom.
      if (((r | g | b) & ~0xff) !== 0) {
        r = clamped(r);
        g = clamped(g);
        b = clamped(b);
      }
      out[to + x] = (word & 0xff000000) | (b << 16) | (g << 8) | r;
      red = (red + redStep) | 0;
      green = (green + greenStep) | 0;
      blue = (blue + blueStep) | 0;
    }
  }
}

/** A level beyond the ends as the end that it is beyond. */
function clamped(level: number): number {
  return Math.min(255, Math.max(0, level));
}
