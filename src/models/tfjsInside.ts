import type { Tensor } from '@tensorflow/tfjs-core';

/** What there is inside a tfjs model, whichever kind it is. */
export interface TfjsInside {
  /** Of its layers, in the order in which they are computed. */
  readonly names: readonly string[];
  /** What these layers give of pictures; the tensors belong to the caller. */
  run(pictures: Tensor, names: readonly string[]): Promise<readonly Tensor[]>;
}
