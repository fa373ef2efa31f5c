import type { Pixels } from '../engine/engine.ts';

/** A photo's pixels, upright and in sRGB. */
export interface Decoded {
  readonly pixels: Pixels;
  /** True when no pixel is transparent, not even a little. */
  readonly opaque: boolean;
}
