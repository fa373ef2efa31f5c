import { isCast, isCastLevel } from '../../core/cast/cast.ts';
import { CastField } from '../../core/cast/castField.ts';
import type { Filter } from '../../core/filter/filter.ts';
import type { Engine, HeldPhoto, Pixels, ProtectedPixels, Region, Treatment } from '../engine.ts';
import { clipped, wholeOf } from '../regions.ts';
import type { BlockMaxima } from './blocks.ts';
import { exactValue, type Photo } from './exact.ts';
import { createVectorKernels, type Kernels, plainKernels } from './kernels.ts';
import { peakSteps } from './peak.ts';
import { type SmallCopy, smallCopySize } from './smallCopy.ts';
import { drive, pixelsPerStep, type Steps } from './steps.ts';
import { type Taps, tapsOf } from './taps.ts';
import { pixelsOf, wordsOf } from './words.ts';

export interface CpuEngine extends Engine {
  readonly kind: 'cpu';
  /** Which make of the inner loops it got. */
  readonly kernels: Kernels['name'];
}

/**
 * The engine for machines without a GPU, and for small pictures everywhere: typed arrays, the same in a worker, on
 * the page and in Node. Parts of a photo come out equal to the whole, to the bit.
 */
export function createCpuEngine(make: 'fastest' | 'plain' = 'fastest'): CpuEngine {
  const kernels = (make === 'fastest' ? createVectorKernels() : null) ?? plainKernels;
  return {
    kind: 'cpu',
    name: 'CPU',
    kernels: kernels.name,
    hold: async pixels => new HeldOnCpu(new Held(kernels, pixels)),
    protect: (pixels, treatment, signal) => drive(protectSteps(new Held(kernels, pixels), treatment), signal),
    dispose: () => {},
  };
}

/** In place: the photo's own memory takes the result. */
function* protectSteps(held: Held, treatment: Treatment): Steps<ProtectedPixels> {
  const whole = wholeOf(held.photo);
  if (treatment.method !== 'cuda') {
    yield* held.apply(whole, treatment, 0, held.photo.words);
    return { pixels: held.pixels, peak: null };
  }
  const peak = yield* held.measure(whole, treatment);
  yield* held.apply(whole, treatment, peak, held.photo.words);
  return { pixels: held.pixels, peak };
}

class HeldOnCpu implements HeldPhoto {
  readonly width: number;
  readonly height: number;
  #held: Held | null;

  constructor(held: Held) {
    this.width = held.photo.width;
    this.height = held.photo.height;
    this.#held = held;
  }

  async measure(part: Region, treatment: Treatment): Promise<number> {
    return drive(this.#open().measure(this.#clip(part), treatment));
  }

  async apply(part: Region, treatment: Treatment, peak: number): Promise<Pixels> {
    const inside = this.#clip(part);
    const out = new Uint32Array(inside.width * inside.height);
    await drive(this.#open().apply(inside, treatment, peak, out));
    return pixelsOf(out, inside.width, inside.height);
  }

  release(): void {
    this.#held = null;
  }

  #open(): Held {
    if (this.#held === null) throw new Error('the photo was released');
    return this.#held;
  }

  #clip(part: Region): Region {
    return clipped(part, this.width, this.height);
  }
}

/** A photo with what has been worked out about it, which serves every part and, where possible, every filter. */
class Held {
  readonly photo: Photo & { readonly words: Uint32Array<ArrayBuffer> };
  readonly #kernels: Kernels;
  #small: { readonly veilSize: number; readonly smooth: boolean; readonly copy: SmallCopy } | null = null;
  #blocks: BlockMaxima | null = null;

  constructor(kernels: Kernels, pixels: Pixels) {
    this.#kernels = kernels;
    this.photo = { words: wordsOf(pixels), width: pixels.width, height: pixels.height };
  }

  get pixels(): Pixels {
    return pixelsOf(this.photo.words, this.photo.width, this.photo.height);
  }

  *measure(part: Region, treatment: Treatment): Steps<number> {
    if (treatment.method !== 'cuda') {
      if (treatment.veilSize !== null)
        yield* this.#smallCopy(treatment.veilSize, treatment.method === 'cast');
      return 0;
    }
    return yield* peakSteps(
      this.#kernels,
      this.photo,
      yield* this.#blockMaxima(),
      tapsOf(treatment.filter),
      part,
    );
  }

  /** `out` may be the photo's own words where the part is the whole; nothing may be asked of it afterwards. */
  *apply(part: Region, treatment: Treatment, peak: number, out: Uint32Array<ArrayBuffer>): Steps<void> {
    if (treatment.method === 'cuda') return yield* this.#filter(part, tapsOf(treatment.filter), peak, out);
    const task = { ...this.photo, part, out };
    const field = treatment.method === 'cast' ? fieldOf(treatment, this.photo) : null;
    if (treatment.veilSize !== null) {
      const weights = veilWeights(treatment.filter);
      const small = yield* this.#smallCopy(treatment.veilSize, field !== null);
      yield* this.#kernels.layVeil(task, small, weights, field);
    } else if (field !== null) {
      yield* this.#kernels.layField(task, field);
    }
  }

  *#filter(part: Region, taps: Taps, peak: number, out: Uint32Array<ArrayBuffer>): Steps<void> {
    if (peak === 0) return copyPart(this.photo, part, out);
    const { greatest } = yield* this.#blockMaxima();
    // What rounded weights can be off by, in levels. Only tiny or nearly black photos come near a level.
    const error = (255 * taps.error * greatest) / peak;
    if (error < 0.99) yield* this.#kernels.filter(this.photo, taps, part, peak, out);
    else yield* filterExactlySteps(this.photo, taps, part, peak, out);
  }

  *#smallCopy(veilSize: number, smooth: boolean): Steps<SmallCopy> {
    if (this.#small?.veilSize !== veilSize || this.#small.smooth !== smooth) {
      const { width, height } = this.photo;
      const size = smallCopySize(width, height, veilSize);
      const plain = yield* this.#kernels.smallCopy(this.photo, size);
      this.#small = { veilSize, smooth, copy: smooth ? yield* this.#kernels.smoothCopy(plain) : plain };
    }
    return this.#small.copy;
  }

  *#blockMaxima(): Steps<BlockMaxima> {
    this.#blocks ??= yield* this.#kernels.blockMaxima(this.photo);
    return this.#blocks;
  }
}

/** For photos whose filtered values are so small beside their brightest pixel that rounded weights would show. */
function* filterExactlySteps(
  photo: Photo,
  taps: Taps,
  part: Region,
  peak: number,
  out: Uint32Array<ArrayBuffer>,
): Steps<void> {
  const source = out === photo.words ? { ...photo, words: photo.words.slice() } : photo;
  const rowsPerStep = Math.max(1, Math.floor(pixelsPerStep / (part.width * taps.exact.length)));
  const level = (x: number, y: number, channel: number) =>
    Math.min(255, Math.floor((255 * exactValue(source, taps, x, y, channel)) / peak + 0.5));
  for (let row = 0; row < part.height; row++) {
    const y = part.y + row;
    for (let column = 0; column < part.width; column++) {
      const x = part.x + column;
      const alpha = (source.words[y * source.width + x] as number) & 0xff000000;
      out[row * part.width + column] =
        alpha | (level(x, y, 2) << 16) | (level(x, y, 1) << 8) | level(x, y, 0);
    }
    if (row % rowsPerStep === rowsPerStep - 1) yield;
  }
}

function copyPart({ words, width }: Photo, part: Region, out: Uint32Array): void {
  if (out === words) return;
  for (let row = 0; row < part.height; row++) {
    const from = (part.y + row) * width + part.x;
    out.set(words.subarray(from, from + part.width), row * part.width);
  }
}

/** Throws a RangeError for what is no cast, or for a level that none has. */
function fieldOf({ cast, castLevel }: Treatment & { method: 'cast' }, { width, height }: Photo): CastField {
  if (!isCast(cast)) throw new RangeError('cast');
  if (!isCastLevel(castLevel)) throw new RangeError(`cast level ${castLevel}`);
  return new CastField(cast, castLevel, width, height);
}

/** Throws a RangeError for a filter that is none of `veil`'s: 3 × 3, no weight below 0, all together 1. */
function veilWeights({ size, weights }: Filter): readonly number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const fits = size === 3 && weights.length === 9 && weights.every(weight => weight >= 0);
  if (!fits || !(Math.abs(sum - 1) < 1e-6)) throw new RangeError('veil filter');
  return weights;
}
