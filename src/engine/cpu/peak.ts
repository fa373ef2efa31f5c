import type { Region } from '../engine.ts';
import { type BlockMaxima, type BlockSums, blockGrid, blockSide } from './blocks.ts';
import { exactValue, type Photo } from './exact.ts';
import type { Kernels } from './kernels.ts';
import { pixelsPerStep, type Steps } from './steps.ts';
import { type Taps, unit } from './taps.ts';

/**
 * The greatest filtered value in a part of the photo, in float64, without filtering all of it: branch and bound.
 *
 * No value in a block can exceed the filter applied to the greatest values of the block and its neighbours. Blocks
 * are visited with the greatest bound first, and the search ends as soon as the bound is no better than what was
 * found. A photo with a white spot the size of the filter is done after one block. Where bounds rule out too little, as in
 * noise, the part is filtered with rounded weights first, which bounds each block closely.
 *
 * The result is exact to the bit and the same however a photo is cut into parts: values are always added up in the
 * same order, and rounding never makes a sum of smaller terms greater than one of greater terms in the same order.
 */
export function* peakSteps(
  kernels: Kernels,
  photo: Photo,
  blocks: BlockMaxima,
  taps: Taps,
  part: Region,
): Steps<number> {
  if (part.width === 0 || part.height === 0) return 0;
  const bounds = new Bounds(blocks, taps);
  const candidates = new Candidates(bounds, part);
  const search = new Search(photo, taps, part, bounds);
  yield* search.visit(candidates, Math.ceil(candidates.bounds.length / roughCost));
  if (search.done) return search.best;

  candidates.lower(yield* kernels.blockSums(photo, taps, part), taps, blocks.greatest);
  yield* search.visit(candidates, Infinity);
  return search.best;
}

/** Filtering the whole part roughly costs about as much as searching every fiftieth block exactly. */
const roughCost = 50;

class Search {
  /** The greatest value found. */
  best = 0;
  /** Whether no candidate can hold a greater one. */
  done = false;
  readonly #photo: Photo;
  readonly #taps: Taps;
  readonly #part: Region;
  readonly #bounds: Bounds;

  constructor(photo: Photo, taps: Taps, part: Region, bounds: Bounds) {
    this.#photo = photo;
    this.#taps = taps;
    this.#part = part;
    this.#bounds = bounds;
  }

  /** Searches candidates with the greatest bound first, at most so many of them. */
  *visit(candidates: Candidates, limit: number): Steps<void> {
    this.#look(candidates.greatest());
    const perStep = Math.ceil(pixelsPerStep / 8 / (blockSide * this.#taps.exact.length));
    let visited = 0;
    for (const candidate of candidates.above(this.best)) {
      if (candidate.bound <= this.best) break;
      if (this.#bounds.tight(candidate) <= this.best) continue;
      if (visited >= limit) return;
      visited++;
      this.#look(candidate);
      if (visited % perStep === 0) yield;
    }
    this.done = true;
  }

  #look(candidate: Candidate): void {
    this.best = Math.max(this.best, greatestValue(this.#photo, this.#taps, this.#part, candidate));
  }
}

/** One channel of one block that may hold the greatest value. */
interface Candidate {
  readonly column: number;
  readonly row: number;
  readonly channel: 0 | 1 | 2;
  /** No value of the block exceeds it. */
  readonly bound: number;
}

/** All channels of all blocks that a part touches, with their bounds. */
class Candidates {
  /** Three a block, for R, G and B, in rows. */
  readonly bounds: Float64Array;
  readonly #column: number;
  readonly #row: number;
  readonly #columns: number;

  constructor(bounds: Bounds, part: Region) {
    const { column, row, columns, rows } = blockGrid(part);
    this.#column = column;
    this.#row = row;
    this.#columns = columns;
    this.bounds = new Float64Array(columns * rows * 3);
    for (let index = 0; index < this.bounds.length; index++) {
      this.bounds[index] = bounds.quick(this.#at(index));
    }
  }

  /** Lowers bounds to what rough sums allow: they are off by no more than what the weights lost to rounding. */
  lower({ values }: BlockSums, { error }: Taps, greatest: number): void {
    for (let index = 0; index < values.length; index++) {
      const bound = ((values[index] as number) / unit + error * greatest) * (1 + 1e-12);
      this.bounds[index] = Math.min(this.bounds[index] as number, bound);
    }
  }

  greatest(): Candidate {
    let greatest = 0;
    for (let index = 1; index < this.bounds.length; index++) {
      if ((this.bounds[index] as number) > (this.bounds[greatest] as number)) greatest = index;
    }
    return this.#at(greatest);
  }

  /** Those whose bound is above a value, the greatest first. */
  above(value: number): Candidate[] {
    const found: Candidate[] = [];
    this.bounds.forEach((bound, index) => {
      if (bound > value) found.push(this.#at(index));
    });
    return found.sort((a, b) => b.bound - a.bound);
  }

  #at(index: number): Candidate {
    const block = Math.floor(index / 3);
    return {
      column: this.#column + (block % this.#columns),
      row: this.#row + Math.floor(block / this.#columns),
      channel: (index % 3) as 0 | 1 | 2,
      bound: this.bounds[index] as number,
    };
  }
}

/** The greatest value in the candidate's pixels that belong to the part, in float64. */
function greatestValue(photo: Photo, taps: Taps, part: Region, { column, row, channel }: Candidate): number {
  const left = Math.max(part.x, column * blockSide);
  const right = Math.min(part.x + part.width, (column + 1) * blockSide);
  const bottom = Math.min(part.y + part.height, (row + 1) * blockSide);
  let greatest = 0;
  for (let y = Math.max(part.y, row * blockSide); y < bottom; y++) {
    for (let x = left; x < right; x++) greatest = Math.max(greatest, exactValue(photo, taps, x, y, channel));
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
  quick(candidate: Candidate): number {
    this.#look(candidate);
    let bound = 0;
    for (let group = 0; group < 9; group++) {
      bound += (this.#groups[group] as number) * (this.#maxima[group] as number);
    }
    return bound * (1 + 1e-12);
  }

  /** Added up as the values themselves are, so that the bound of a plain white block is its very value. */
  tight(candidate: Candidate): number {
    this.#look(candidate);
    const { exact } = this.#taps;
    let bound = 0;
    for (let tap = 0; tap < exact.length; tap++) {
      bound += (exact[tap] as number) * (this.#maxima[this.#groupOf[tap] as number] as number);
    }
    return bound;
  }

  /** For each group of taps, the greatest value that they can meet from anywhere in the block. */
  #look({ column, row, channel }: Candidate): void {
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
