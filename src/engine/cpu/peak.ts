import type { Region } from '../engine.ts';
import { type BlockMaxima, blockSide } from './blocks.ts';
import { exactValue, type Photo } from './exact.ts';
import type { Steps } from './steps.ts';
import type { Taps } from './taps.ts';

/**
 * The greatest filtered value in a part of the photo, in float64, without filtering all of it: branch and bound.
 *
 * No value in a block can exceed the filter applied to the greatest values of the block and its neighbours. Blocks
 * are visited with the greatest bound first, and the search ends as soon as the bound is no better than what was
 * found. A photo with a white spot the size of the filter is done after one block; noise needs nearly all of them.
 *
 * The result is exact to the bit and the same however a photo is cut into parts: values are always added up in the
 * same order, and rounding never makes a sum of smaller terms greater than one of greater terms in the same order.
 */
export function* peakSteps(photo: Photo, blocks: BlockMaxima, taps: Taps, part: Region): Steps<number> {
  const bounds = new Bounds(blocks, taps);
  const candidates = candidatesOf(bounds, part);
  let best = 0;
  const first = candidates.reduce<Candidate | null>(
    (a, b) => (a !== null && a.bound >= b.bound ? a : b),
    null,
  );
  if (first !== null) best = greatestIn(photo, taps, blockWithin(first, part), first.channel);
  const rest = candidates.filter(({ bound }) => bound > best).sort((a, b) => b.bound - a.bound);

  let pixels = 0;
  for (const candidate of rest) {
    if (candidate.bound <= best) break;
    if (bounds.tight(candidate) <= best) continue;
    const block = blockWithin(candidate, part);
    best = Math.max(best, greatestIn(photo, taps, block, candidate.channel));
    pixels += block.width * block.height * taps.exact.length;
    if (pixels > 1_000_000) {
      pixels = 0;
      yield;
    }
  }
  return best;
}

/** One channel of one block that may hold the greatest value. */
interface Candidate {
  readonly column: number;
  readonly row: number;
  readonly channel: 0 | 1 | 2;
  /** No value of the block exceeds it. */
  readonly bound: number;
}

function candidatesOf(bounds: Bounds, part: Region): Candidate[] {
  const candidates: Candidate[] = [];
  if (part.width === 0 || part.height === 0) return candidates;
  const endColumn = Math.ceil((part.x + part.width) / blockSide);
  const endRow = Math.ceil((part.y + part.height) / blockSide);
  for (let row = Math.floor(part.y / blockSide); row < endRow; row++) {
    for (let column = Math.floor(part.x / blockSide); column < endColumn; column++) {
      for (const channel of [0, 1, 2] as const) {
        candidates.push({ column, row, channel, bound: bounds.quick(column, row, channel) });
      }
    }
  }
  return candidates;
}

function blockWithin({ column, row }: Candidate, part: Region): Region {
  const x = Math.max(part.x, column * blockSide);
  const y = Math.max(part.y, row * blockSide);
  return {
    x,
    y,
    width: Math.min(part.x + part.width, (column + 1) * blockSide) - x,
    height: Math.min(part.y + part.height, (row + 1) * blockSide) - y,
  };
}

function greatestIn(photo: Photo, taps: Taps, block: Region, channel: number): number {
  let greatest = 0;
  for (let y = block.y; y < block.y + block.height; y++) {
    for (let x = block.x; x < block.x + block.width; x++) {
      greatest = Math.max(greatest, exactValue(photo, taps, x, y, channel));
    }
  }
  return greatest;
}

/** Upper bounds for the filtered values of a block. Taps fall into nine groups: left, level, right × up, level, down. */
class Bounds {
  readonly #blocks: BlockMaxima;
  readonly #taps: Taps;
  /** Sum of the weights in each group, in rows. */
  readonly #groups = new Float64Array(9);
  /** Group of each tap. */
  readonly #groupOf: Uint8Array;
  readonly #maxima = new Uint8Array(9);

  constructor(blocks: BlockMaxima, taps: Taps) {
    this.#blocks = blocks;
    this.#taps = taps;
    this.#groupOf = Uint8Array.from(taps.exact, (_, tap) => {
      const across = Math.sign((tap % taps.size) - taps.radius) + 1;
      const down = Math.sign(Math.floor(tap / taps.size) - taps.radius) + 1;
      return down * 3 + across;
    });
    taps.exact.forEach((weight, tap) => {
      const group = this.#groupOf[tap] as number;
      this.#groups[group] = (this.#groups[group] as number) + weight;
    });
  }

  /** Never too small: a little is added for the rounding of sums in another order. */
  quick(column: number, row: number, channel: 0 | 1 | 2): number {
    this.#look(column, row, channel);
    let bound = 0;
    for (let group = 0; group < 9; group++) {
      bound += (this.#groups[group] as number) * (this.#maxima[group] as number);
    }
    return bound * (1 + 1e-12);
  }

  /** Added up as the values themselves are, so that the bound of a plain white block is its very value. */
  tight({ column, row, channel }: Candidate): number {
    this.#look(column, row, channel);
    const { exact } = this.#taps;
    let bound = 0;
    for (let tap = 0; tap < exact.length; tap++) {
      bound += (exact[tap] as number) * (this.#maxima[this.#groupOf[tap] as number] as number);
    }
    return bound;
  }

  /** For each group of taps, the greatest value that they can meet from anywhere in the block. */
  #look(column: number, row: number, channel: 0 | 1 | 2): void {
    const values = this.#blocks.channels[channel];
    const stride = this.#blocks.columns + 2;
    const maxima = this.#maxima;
    const at = (row + 1) * stride + column + 1;
    for (let line = 0; line < 3; line++) {
      const own = at + (line - 1) * stride;
      const left = Math.max(values[own] as number, values[own - 1] as number);
      const right = Math.max(values[own] as number, values[own + 1] as number);
      maxima[line * 3] = left;
      maxima[line * 3 + 1] = values[own] as number;
      maxima[line * 3 + 2] = right;
    }
    // A tap that looks up or down may still land in the block's own row of blocks.
    for (let i = 0; i < 3; i++) {
      const level = maxima[3 + i] as number;
      maxima[i] = Math.max(maxima[i] as number, level);
      maxima[6 + i] = Math.max(maxima[6 + i] as number, level);
    }
  }
}
