import type { Treatment } from '../core/treatment.ts';

export type { Treatment } from '../core/treatment.ts';

/** Upright pixels: RGBA in rows, 8 bits, sRGB-encoded, straight (not premultiplied) alpha. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** width · height · 4 bytes */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** A rectangle in whole pixels, inside the photo. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type EngineKind = 'cpu' | 'webgl';

export type EngineChoice = 'auto' | EngineKind;

/** What was found out about the machine when its engine was chosen. */
export interface EngineReport {
  readonly kind: EngineKind;
  /** The GPU's name, or "CPU". */
  readonly name: string;
  /** Why WebGL is not used, when it is not. */
  readonly webgl: 'used' | 'missing' | 'software' | 'slower' | 'not-asked' | 'failed';
  /** How the CPU computes, where it does: with WebAssembly's vectors or, where they are forbidden, without. */
  readonly kernels?: 'plain' | 'vector';
}

/**
 * A photo held by an engine, so that parts of it can be made again and again (the inspector) or one after
 * another (tiles). Release it.
 */
export interface HeldPhoto {
  readonly width: number;
  readonly height: number;
  /** `cuda`: the greatest filtered value in the part, unrounded. `veil`, `cast`: 0, but the small copy is ready after it. */
  measure(part: Region, treatment: Treatment): Promise<number>;
  /** The protected pixels of the part. `peak` is the greatest `measure` over the whole photo (only `cuda` heeds it). */
  apply(part: Region, treatment: Treatment, peak: number): Promise<Pixels>;
  release(): void;
}

export interface ProtectedPixels {
  readonly pixels: Pixels;
  /** For `cuda` the value that the photo was divided by, else null. */
  readonly peak: number | null;
}

export interface Engine {
  readonly kind: EngineKind;
  /** For people: the GPU's name, or "CPU". */
  readonly name: string;
  hold(pixels: Pixels): Promise<HeldPhoto>;
  /**
   * The whole photo, the fast way. May overwrite `pixels.data`. Checks the signal between tiles and then
   * rejects with its reason.
   */
  protect(pixels: Pixels, treatment: Treatment, signal?: AbortSignal): Promise<ProtectedPixels>;
  dispose(): void;
}
