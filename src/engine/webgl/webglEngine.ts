import { createCpuEngine } from '../cpu/cpuEngine.ts';
import type { Engine, HeldPhoto, Pixels, ProtectedPixels, Region, Treatment } from '../engine.ts';
import { tilesOf, wholeOf } from '../regions.ts';
import { type GpuUsage, WebglDevice } from './device.ts';
import { blankPixels, GpuHeldPhoto, type Workshop } from './heldPhoto.ts';
import { emptySmallCopy, smoothedCopy } from './smallCopy.ts';
import {
  addToSmallCopy,
  castPart,
  cudaPart,
  cudaPeak,
  cudaWhole,
  isVeil,
  veilPart,
  veilWhole,
} from './work.ts';

export interface WebglOptions {
  /** Longest side of a tile, in pixels; what the GPU takes where that is less. */
  readonly tileSide?: number;
  /** Most pixels of a tile. Memory on the GPU is at most 24 bytes for each. */
  readonly tilePixels?: number;
}

/** What a WebGL engine went through, for the tests and the report. */
export interface WebglHealth {
  /** Contexts that were lost or broke, and were made anew. */
  readonly broken: number;
  /** Photos, or parts of one, that the CPU had to do instead. */
  readonly onCpu: number;
  /** What the GPU holds now: nothing between photos. */
  readonly held: GpuUsage;
}

export interface WebglEngine extends Engine {
  readonly kind: 'webgl';
  health(): WebglHealth;
  /** For tests: takes the GPU away, now. */
  loseContext(): void;
}

export type WebglOutcome =
  | { readonly kind: 'ready'; readonly engine: WebglEngine }
  | { readonly kind: 'failed'; readonly detail: string };

/** 16 megapixels: a phone's photo is one tile, and what the GPU holds stays below 400 MB. */
const defaultTilePixels = 1 << 24;
const leastTilePixels = 1 << 18;
/** A machine that loses its context so often will lose it again. */
const patience = 3;
/** Texels that a tile needs beside its own: a filter's margins, or cells around those under a tile. */
const spareSide = 16;

/** Opens the GPU through tfjs. `failed` where there is no WebGL2 that draws floats. Never throws. */
export async function createWebglEngine(options: WebglOptions = {}): Promise<WebglOutcome> {
  try {
    return { kind: 'ready', engine: new GpuEngine(new WebglDevice(), options) };
  } catch (error) {
    return { kind: 'failed', detail: error instanceof Error ? error.message : String(error) };
  }
}

class GpuEngine implements WebglEngine, Workshop {
  readonly kind = 'webgl';
  readonly name: string;
  readonly cpu: Engine = createCpuEngine();
  readonly #tileSide: number;
  #tilePixels: number;
  #device: WebglDevice | null;
  #broken = 0;
  #onCpu = 0;

  constructor(device: WebglDevice, options: WebglOptions) {
    this.#device = device;
    this.name = device.name;
    this.#tileSide = Math.min(options.tileSide ?? Number.POSITIVE_INFINITY, device.maxSide - spareSide);
    this.#tilePixels = options.tilePixels ?? defaultTilePixels;
  }

  async hold(pixels: Pixels): Promise<HeldPhoto> {
    return new GpuHeldPhoto(this, pixels);
  }

  async protect(pixels: Pixels, treatment: Treatment, signal?: AbortSignal): Promise<ProtectedPixels> {
    return this.attempt(
      device => this.#protect(device, pixels, treatment, signal),
      () => this.cpu.protect(pixels, treatment, signal),
      signal,
    );
  }

  /**
   * Does work on the GPU and trusts its result only if the GPU is sound afterwards: a lost context draws nothing and
   * does not say so. Otherwise once more on a new context, in smaller tiles if it was not lost but ran out of
   * memory; then on the CPU. `work` must leave its input as it is.
   */
  async attempt<T>(
    work: (device: WebglDevice) => Promise<T>,
    onCpu: () => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    for (let tries = 0; tries < 2; tries++) {
      const device = this.#open();
      if (device === null) break;
      try {
        const result = await work(device);
        if (device.alive()) return result;
      } catch {
        signal?.throwIfAborted();
      } finally {
        device.releaseAll();
      }
      this.#close(device);
    }
    this.#onCpu++;
    return onCpu();
  }

  /** Tiles that the GPU takes. */
  tilesOf(part: Region): Region[] {
    const width = Math.min(Math.max(1, part.width), this.#tileSide);
    const height = Math.max(1, Math.min(this.#tileSide, Math.floor(this.#tilePixels / width)));
    return tilesOf(part, width, height);
  }

  health(): WebglHealth {
    const held = this.#device?.usage() ?? { tensors: 0, textures: 0, bytes: 0 };
    return { broken: this.#broken, onCpu: this.#onCpu, held };
  }

  loseContext(): void {
    this.#device?.lose();
  }

  dispose(): void {
    this.#device?.dispose();
    this.#device = null;
    this.#broken = patience;
    this.cpu.dispose();
  }

  async #protect(
    device: WebglDevice,
    photo: Pixels,
    treatment: Treatment,
    signal: AbortSignal | undefined,
  ): Promise<ProtectedPixels> {
    signal?.throwIfAborted();
    // Not in place: the photo must still be there if the context turns out to be lost.
    const result = blankPixels(photo.width, photo.height);
    const tiles = this.tilesOf(wholeOf(photo));
    if (tiles.length === 1) {
      if (treatment.method === 'cuda')
        return { pixels: result, peak: cudaWhole(device, photo, treatment, result) };
      if (isVeil(treatment)) veilWhole(device, photo, treatment, result);
      else castPart(device, photo, wholeOf(photo), treatment, { result, at: { x: 0, y: 0 } });
      return { pixels: result, peak: null };
    }
    const each = (step: (tile: Region) => void) => inTurn(device, tiles, step, signal);
    if (treatment.method === 'cuda') {
      let peak = 0;
      await each(tile => {
        peak = Math.max(peak, cudaPeak(device, photo, tile, treatment));
      });
      await each(tile => cudaPart(device, photo, tile, treatment, peak, { result, at: tile }));
      return { pixels: result, peak };
    }
    if (!isVeil(treatment)) {
      await each(tile => castPart(device, photo, tile, treatment, { result, at: tile }));
      return { pixels: result, peak: null };
    }
    const plain = emptySmallCopy(photo, treatment.veilSize);
    await each(tile => addToSmallCopy(device, photo, tile, plain));
    const small = treatment.method === 'cast' ? smoothedCopy(plain) : plain;
    await each(tile => veilPart(device, photo, tile, treatment, small, { result, at: tile }));
    return { pixels: result, peak: null };
  }

  #open(): WebglDevice | null {
    if (this.#device === null && this.#broken < patience) {
      try {
        this.#device = new WebglDevice();
      } catch {
        this.#broken = patience;
      }
    }
    return this.#device;
  }

  #close(device: WebglDevice): void {
    // Another photo may have found out first.
    if (this.#device !== device) return;
    this.#broken++;
    if (!device.lost) this.#tilePixels = Math.max(leastTilePixels, this.#tilePixels >> 2);
    device.dispose();
    this.#device = null;
  }
}

/** One step a tile, with room for messages (a cancel, a lost context) in between. */
async function inTurn(
  device: WebglDevice,
  tiles: readonly Region[],
  step: (tile: Region) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const tile of tiles) {
    step(tile);
    device.releaseAll();
    await new Promise(resolve => setTimeout(resolve));
    signal?.throwIfAborted();
  }
}
