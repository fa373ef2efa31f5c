import { encode } from '../../codec/encode.ts';
import { psnr } from '../../core/picture/quality.ts';
import { resized, type Size } from '../../core/picture/resize.ts';
import type { Correlator, Part } from '../../core/restoreFilter.ts';
import type { OutputType, SourceType } from '../../core/settings.ts';
import { createCorrelator } from '../../engine/cpu/correlator.ts';
import type { Pixels, Treatment } from '../../engine/engine.ts';
import { decodeFile } from '../../pipeline/readPhoto.ts';
import { lift } from '../core/restoreLift.ts';
import { restoreTile, restoreTiles } from '../core/restoreTiles.ts';

/** One protected photo, and what its receipt says of it. */
export interface RestoreRequest {
  readonly file: Blob;
  readonly treatment: Treatment;
  /** `cuda`: the receipt's for this very photo; 0 for an all-black one. `veil` has none. */
  readonly peak: number | null;
  /** Of the protected file, by the receipt; null where this copy is not listed. */
  readonly expected: Size | null;
  /** To measure against, where it is there. */
  readonly original: Blob | null;
  /** Long side of the previews, pixels; never enlarged. */
  readonly previewSide: number;
  readonly output: { readonly format: OutputType; readonly quality: number | undefined };
}

/** Why a photo is not undone although it can be read. */
export type RestoreRefusal =
  /**
   * `cuda`: not the size that it was protected at, be it that this copy is another than the receipt lists, or that the
   * original shows that it was made smaller after its protection. The filter's taps were a pixel of the original's apart.
   * (The veil lies relative to the size, so it comes off at any.)
   */
  | { readonly kind: 'other-size'; readonly found: Size; readonly expected: Size }
  /** `cuda`: the value that it was divided by is not known. */
  | { readonly kind: 'no-peak' };

export interface OpenedPhoto extends Size {
  readonly kind: 'opened';
  /** Pieces that can be solved one by one, on several threads; at least 1. */
  readonly pieces: number;
}

export interface SolvedTile {
  readonly part: Part;
  /** RGBA in rows. */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

export interface RestoredPhoto extends Size {
  /** The file, without metadata. Alpha is kept in PNG and WebP. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The protected photo and the restored one. Close them. */
  readonly before: ImageBitmap;
  readonly after: ImageBitmap;
  /** dB against the original, if that was given and is as large, or as large when a veiled photo is made smaller. */
  readonly psnr: { readonly before: number; readonly after: number } | null;
}

/**
 * Variance of what encoding did to each value, levels². Rounding alone is 1/12. What JPEG and WebP do is no white noise: it
 * is least where a photo is plain. 1 gave the best PSNR for JPEG 92, both methods (0.3 to 2 lie within half a dB for `cuda`; for
 * `veil` damping the fine structure beyond that only lost, so 1/w₁₁ is applied in full).
 */
function encodingVariance(type: SourceType): number {
  const lossless: readonly SourceType[] = ['image/png', 'image/gif', 'image/bmp', 'image/tiff'];
  return lossless.includes(type) ? 1 / 12 : 1;
}

/**
 * Undoes a photo's protection with its label's filter: least squares with the method as a linear operator. Open it, solve
 * its pieces, finish it; several threads may open the same photo, and one of them finishes with all their tiles.
 */
export class Restoration {
  readonly #request: RestoreRequest;
  readonly #pixels: Pixels;
  readonly #opaque: boolean;
  readonly #variance: number;
  readonly #original: Pixels | null;
  readonly #tiles: readonly Part[];
  #solved: SolvedTile[] = [];
  #correlator: Correlator | null = null;
  #before: Look | null = null;

  private constructor(
    request: RestoreRequest,
    pixels: Pixels,
    more: { readonly opaque: boolean; readonly variance: number; readonly original: Pixels | null },
  ) {
    this.#request = request;
    this.#pixels = pixels;
    this.#opaque = more.opaque;
    this.#variance = more.variance;
    this.#original = more.original;
    const { width, height } = pixels;
    const tiled = request.treatment.method === 'cuda' && request.peak !== 0;
    this.#tiles = tiled ? restoreTiles(width, height) : [];
  }

  /** @throws PhotoError as reading and decoding do */
  static async open(request: RestoreRequest): Promise<Restoration | RestoreRefusal> {
    const { pixels, opaque, photo } = await decodeFile(request.file);
    const original = request.original && (await decodeFile(request.original)).pixels;
    const { treatment, peak, expected } = request;
    if (treatment.method === 'cuda') {
      const found = { width: pixels.width, height: pixels.height };
      for (const size of [expected, original]) {
        if (size !== null && !sameSize(found, size)) {
          return { kind: 'other-size', found, expected: { width: size.width, height: size.height } };
        }
      }
      if (peak === null) return { kind: 'no-peak' };
    }
    const comparable = original && comparedAt(original, pixels);
    return new Restoration(request, pixels, {
      opaque,
      variance: encodingVariance(photo.type),
      original: comparable,
    });
  }

  get opened(): OpenedPhoto {
    const { width, height } = this.#pixels;
    return { kind: 'opened', width, height, pieces: Math.max(1, this.#tiles.length) };
  }

  /** Solves pieces `from` to `to` (one past the last). Those of `cuda` wait for `finish`, here or on another thread. */
  async solve(from: number, to: number): Promise<void> {
    const { treatment, peak } = this.#request;
    if (treatment.method !== 'cuda') {
      await this.#lookBefore();
      lift(this.#pixels, treatment, this.#variance);
      return;
    }
    if (!peak) return;
    this.#correlator ??= createCorrelator();
    const task = { picture: this.#pixels, filter: treatment.filter, peak, variance: this.#variance };
    for (const part of this.#tiles.slice(from, to)) {
      this.#solved.push({ part, data: restoreTile(task, part, this.#correlator) });
    }
  }

  /** What was solved here, for the thread that finishes. It is gone from here then. */
  handOver(): readonly SolvedTile[] {
    const solved = this.#solved;
    this.#solved = [];
    return solved;
  }

  /** @param others tiles that other threads solved @throws PhotoError as encoding does */
  async finish(others: readonly SolvedTile[]): Promise<RestoredPhoto> {
    const { output } = this.#request;
    const pixels = this.#pixels;
    const { width, height } = pixels;
    const { preview: before, psnr: psnrBefore } = await this.#lookBefore();
    const tiles = [...this.handOver(), ...others];
    if (tiles.length !== this.#tiles.length) throw new Error('tiles of the photo are missing');
    for (const tile of tiles) put(tile, pixels);
    const after = await this.#preview();
    const psnrAfter = this.#original && psnr(this.#original, pixels);
    const figures =
      psnrBefore !== null && psnrAfter !== null ? { before: psnrBefore, after: psnrAfter } : null;
    const { bytes } = await encode({ pixels, opaque: this.#opaque }, output.format, output.quality);
    return { width, height, bytes, before, after, psnr: figures };
  }

  /** What the protected photo looks like, found out before its pixels are overwritten. */
  async #lookBefore(): Promise<Look> {
    this.#before ??= {
      preview: await this.#preview(),
      psnr: this.#original && psnr(this.#original, this.#pixels),
    };
    return this.#before;
  }

  async #preview(): Promise<ImageBitmap> {
    const { width, height } = this.#pixels;
    const scale = Math.min(1, this.#request.previewSide / Math.max(width, height));
    const side = (length: number) => Math.max(1, Math.round(length * scale));
    const small = resized(this.#pixels, { width: side(width), height: side(height) });
    return createImageBitmap(new ImageData(small.data, small.width, small.height));
  }
}

interface Look {
  readonly preview: ImageBitmap;
  readonly psnr: number | null;
}

function sameSize(a: Size, b: Size): boolean {
  return a.width === b.width && a.height === b.height;
}

/** The original at the size of a smaller copy; null where the two are not of one shape, to the pixel. */
function comparedAt(original: Pixels, { width, height }: Size): Pixels | null {
  if (width > original.width || height > original.height) return null;
  const scale = width / original.width;
  return Math.abs(original.height * scale - height) <= 1 ? resized(original, { width, height }) : null;
}

function put({ part, data }: SolvedTile, pixels: Pixels): void {
  for (let row = 0; row < part.height; row++) {
    const line = data.subarray(row * part.width * 4, (row + 1) * part.width * 4);
    pixels.data.set(line, ((part.y + row) * pixels.width + part.x) * 4);
  }
}
