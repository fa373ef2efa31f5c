import { spreadFilter } from '../core/filter/spreadFilter.ts';
import { resized, type Size } from '../core/picture/resize.ts';
import type { Engine, HeldPhoto, Pixels, Region, Treatment } from '../engine/engine.ts';

/** A photo, or a smaller copy of it, ready to be protected in parts. */
interface Level {
  readonly pixels: Pixels;
  readonly held: HeldPhoto;
}

const mostPeaks = 64;
const mostOriginals = 4;

/**
 * A decoded photo with what has been found out about it. What is looked at from afar is made from a smaller copy, so
 * that it costs the same whatever size the photo has: averaging and all methods are linear, so they may change
 * places, and the result is the protected photo made smaller, to within a few levels.
 */
export class KeptPhoto {
  readonly pixels: Pixels;
  readonly #engine: Engine;
  /** By how many times smaller they are. The photo itself is 1. */
  readonly #levels: Map<number, Level>;
  /** What `measure` gave for the whole photo, by treatment. A filter that was seen once costs nothing later. */
  readonly #peaks = new Map<string, number>();
  /** The last originals that were made smaller: they stay while settings change. Latest last. */
  readonly #originals = new Map<string, Pixels>();

  private constructor(engine: Engine, photo: Level) {
    this.pixels = photo.pixels;
    this.#engine = engine;
    this.#levels = new Map([[1, photo]]);
  }

  static async of(engine: Engine, pixels: Pixels): Promise<KeptPhoto> {
    return new KeptPhoto(engine, { pixels, held: await engine.hold(pixels) });
  }

  /** Size of the copy that is `factor` times smaller. */
  async sizeAt(factor: number): Promise<Size> {
    return (await this.#level(factor)).pixels;
  }

  /** A part of the copy that is `factor` times smaller, brought to `size`. */
  async before(factor: number, part: Region, size: Size): Promise<Pixels> {
    const key = JSON.stringify([factor, part, size.width, size.height]);
    const known = this.#originals.get(key);
    this.#originals.delete(key);
    const made = known ?? resized(cut((await this.#level(factor)).pixels, part), size);
    this.#originals.set(key, made);
    const [oldest] = this.#originals.keys();
    if (this.#originals.size > mostOriginals && oldest !== undefined) this.#originals.delete(oldest);
    return made;
  }

  /** The same part, protected. */
  async after(factor: number, part: Region, size: Size, treatment: Treatment): Promise<Pixels> {
    const { held } = await this.#level(factor);
    const here = treatmentAt(factor, treatment, await this.#peakOf(treatment));
    return resized(await held.apply(part, here.treatment, here.peak), size);
  }

  release(): void {
    for (const { held } of this.#levels.values()) held.release();
    this.#levels.clear();
    this.#originals.clear();
  }

  async #level(factor: number): Promise<Level> {
    const known = this.#levels.get(factor);
    if (known !== undefined) return known;
    const finest = Math.max(...[...this.#levels.keys()].filter(each => each < factor));
    const source = this.#levels.get(finest)?.pixels;
    if (source === undefined) throw new Error('The photo was released.');
    const side = (whole: number) => Math.max(1, Math.round(whole / factor));
    const size = { width: side(this.pixels.width), height: side(this.pixels.height) };
    const pixels = resized(source, size);
    const level = { pixels, held: await this.#engine.hold(pixels) };
    this.#levels.set(factor, level);
    return level;
  }

  /** The greatest value over the whole photo, which `cuda` divides by; measured once a filter. */
  async #peakOf(treatment: Treatment): Promise<number> {
    if (treatment.method !== 'cuda') return 0;
    const key = JSON.stringify(treatment);
    const known = this.#peaks.get(key);
    if (known !== undefined) return known;
    const { held } = await this.#level(1);
    const peak = await held.measure({ x: 0, y: 0, width: held.width, height: held.height }, treatment);
    // A slider that is dragged gives a new filter at every step.
    if (this.#peaks.size >= mostPeaks) this.#peaks.clear();
    this.#peaks.set(key, peak);
    return peak;
  }
}

/**
 * The veil is made from a small copy anyway; the taps of `cuda` come closer together. Their weights add up where they
 * meet, so they are brought back to 1 at most, and the peak with them.
 */
function treatmentAt(factor: number, treatment: Treatment, peak: number) {
  if (treatment.method !== 'cuda' || factor === 1) return { treatment, peak };
  const { size, weights } = spreadFilter(treatment.filter, factor);
  const greatest = Math.max(...weights);
  const filter = { size, weights: weights.map(weight => weight / greatest) };
  return { treatment: { ...treatment, filter }, peak: peak / greatest };
}

/** Below this short side, in pixels, a copy of a photo says too little about it. */
const leastShortSide = 64;

/**
 * How many times smaller a copy may be that a picture is made from: the largest power of two that still leaves it as
 * large as what is wanted, and twice as large as the veil's own small copy.
 *
 * @param shortSide of the photo, pixels
 * @param scale pixels wanted for each pixel of the photo
 */
export function levelFactor(shortSide: number, scale: number, treatment: Treatment | null): number {
  const veilSize = treatment === null || treatment.method === 'cuda' ? null : treatment.veilSize;
  const veil = 2 * (veilSize ?? 0);
  const least = Math.max(leastShortSide, veil);
  let factor = 1;
  while (factor * 2 * scale <= 1 && shortSide >= factor * 2 * least) factor *= 2;
  return factor;
}

function cut(pixels: Pixels, part: Region): Pixels {
  const { width, height, data } = pixels;
  if (part.width === width && part.height === height) return pixels;
  const out = new Uint8ClampedArray(part.width * part.height * 4);
  for (let y = 0; y < part.height; y++) {
    const from = ((part.y + y) * width + part.x) * 4;
    out.set(data.subarray(from, from + part.width * 4), y * part.width * 4);
  }
  return { width: part.width, height: part.height, data: out };
}
