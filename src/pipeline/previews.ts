import { decode } from '../codec/decode.ts';
import { PhotoError } from '../codec/photoError.ts';
import { sniffType } from '../codec/sniff.ts';
import type { Engine, HeldPhoto, Pixels, Region, Treatment } from '../engine/engine.ts';
import { readBytes } from './reason.ts';

/** What the inspector wants to see: one part of one photo at true pixels. */
export interface PartRequest {
  readonly id: string;
  readonly file: Blob;
  readonly treatment: Treatment | null;
  /** Centre of the part, as fractions of the upright photo, and its size in photo pixels; cut to the photo. */
  readonly centre: { readonly x: number; readonly y: number };
  readonly width: number;
  readonly height: number;
}

/** `after` is null without a treatment. Close both. */
export interface PartShown {
  readonly width: number;
  readonly height: number;
  readonly part: Region;
  readonly before: ImageBitmap;
  readonly after: ImageBitmap | null;
}

/** A decoded photo with what has been found out about it. */
interface Kept {
  readonly pixels: Pixels;
  readonly held: HeldPhoto;
  /** What `measure` gave, by treatment. A filter that was seen once costs nothing when it comes back. */
  readonly peaks: Map<string, number>;
}

/** Photos kept decoded: the one in view, and the one before it if both are not too large together. */
const mostPhotos = 2;
const mostPixels = 60_000_000;
const mostPeaks = 64;

/** Shows parts of photos before and after. Keeps the last photos decoded, so that changed settings show at once. */
export class Previews {
  readonly #engine: Engine;
  /** Latest last. */
  readonly #kept = new Map<string, Kept>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** One request at a time. @throws PhotoError as reading and decoding do */
  async show({ id, file, treatment, centre, width, height }: PartRequest): Promise<PartShown> {
    const { pixels, held, peaks } = await this.#open(id, file);
    const part = partOf(pixels, centre, width, height);
    const before = await bitmapOfPixels(cut(pixels, part));
    if (treatment === null) return { width: pixels.width, height: pixels.height, part, before, after: null };
    try {
      const peak = await peakOf(held, peaks, treatment);
      const after = await bitmapOfPixels(await held.apply(part, treatment, peak));
      return { width: pixels.width, height: pixels.height, part, before, after };
    } catch (error) {
      before.close();
      throw error;
    }
  }

  release(): void {
    for (const { held } of this.#kept.values()) held.release();
    this.#kept.clear();
  }

  async #open(id: string, file: Blob): Promise<Kept> {
    const known = this.#kept.get(id);
    if (known !== undefined) {
      this.#kept.delete(id);
      this.#kept.set(id, known);
      return known;
    }
    const bytes = await readBytes(file);
    const type = sniffType(bytes);
    if (type === null) throw new PhotoError({ kind: 'unreadable' });
    const { pixels } = await decode(bytes, type);
    this.#makeRoom(pixels.width * pixels.height);
    const kept = { pixels, held: await this.#engine.hold(pixels), peaks: new Map<string, number>() };
    this.#kept.set(id, kept);
    return kept;
  }

  #makeRoom(pixels: number): void {
    let sum = pixels;
    for (const { pixels: other } of this.#kept.values()) sum += other.width * other.height;
    for (const [id, { pixels: other, held }] of this.#kept) {
      if (this.#kept.size < mostPhotos && sum <= mostPixels) return;
      held.release();
      this.#kept.delete(id);
      sum -= other.width * other.height;
    }
  }
}

/** The greatest value over the whole photo, which `cuda` divides by; measured once a filter. */
async function peakOf(held: HeldPhoto, peaks: Map<string, number>, treatment: Treatment): Promise<number> {
  const key = JSON.stringify(treatment);
  const known = peaks.get(key);
  if (known !== undefined) return known;
  const whole = { x: 0, y: 0, width: held.width, height: held.height };
  const peak = await held.measure(whole, treatment);
  // A slider that is dragged gives a new filter at every step.
  if (peaks.size >= mostPeaks) peaks.clear();
  peaks.set(key, peak);
  return peak;
}

/** The part of a photo around a centre given in fractions, moved inside where it would hang over. */
export function partOf(
  photo: { readonly width: number; readonly height: number },
  centre: { readonly x: number; readonly y: number },
  width: number,
  height: number,
): Region {
  const across = span(photo.width, centre.x, width);
  const down = span(photo.height, centre.y, height);
  return { x: across.from, y: down.from, width: across.length, height: down.length };
}

function span(side: number, centre: number, wanted: number) {
  const length = Math.min(side, Math.max(1, Math.round(wanted)));
  const from = Math.round(centre * side - length / 2);
  return { from: Math.min(side - length, Math.max(0, from)), length };
}

function cut({ width, data }: Pixels, part: Region): Pixels {
  const out = new Uint8ClampedArray(part.width * part.height * 4);
  for (let y = 0; y < part.height; y++) {
    const from = ((part.y + y) * width + part.x) * 4;
    out.set(data.subarray(from, from + part.width * 4), y * part.width * 4);
  }
  return { width: part.width, height: part.height, data: out };
}

function bitmapOfPixels({ data, width, height }: Pixels): Promise<ImageBitmap> {
  return createImageBitmap(new ImageData(data, width, height));
}
