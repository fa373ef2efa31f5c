import type { CastField } from '../../core/cast/castField.ts';
import type { Region } from '../engine.ts';
import { type BlockMaxima, type BlockSums, plainBlockMaxima } from './blocks.ts';
import type { Photo } from './exact.ts';
import { plainBlockSums, plainFilter } from './filterRows.ts';
import { plainLayField } from './layField.ts';
import type { LayTask } from './layLine.ts';
import { plainLayVeil } from './layVeil.ts';
import { Machines } from './machine.ts';
import { plainSmallCopy, type SmallCopy } from './smallCopy.ts';
import { plainSmoothCopy } from './smoothCopy.ts';
import type { Steps } from './steps.ts';
import type { Taps } from './taps.ts';
import { vectorBlockMaxima, vectorBlockSums, vectorFilter } from './vectorFilter.ts';
import { vectorLayField, vectorLayVeil } from './vectorLay.ts';
import { vectorSmallCopy, vectorSmoothCopy } from './vectorSmallCopy.ts';

/** The passes over a photo that cost time, in one of two makes: plain TypeScript, or WebAssembly with vectors. */
export interface Kernels {
  readonly name: 'plain' | 'vector';

  smallCopy(photo: Photo, size: { readonly columns: number; readonly rows: number }): Steps<SmallCopy>;

  /** The small copy smoothed a little, as a cast's veil wants it. */
  smoothCopy(small: SmallCopy): Steps<SmallCopy>;

  /**
   * Lays the veil over the part: centre tap · photo + the side taps' layer, enlarged by linear interpolation between
   * cell centres, + the field of a cast, if there is one. `weights` are the 9 of a `veil` filter. A pixel comes out the
   * same whatever part it is made in.
   */
  layVeil(task: LayTask, small: SmallCopy, weights: readonly number[], field: CastField | null): Steps<void>;

  /** Adds a field to the part. A pixel comes out the same whatever part it is made in. */
  layField(task: LayTask, field: CastField): Steps<void>;

  /** The greatest value of each channel in each block of the photo. Reads it once. */
  blockMaxima(photo: Photo): Steps<BlockMaxima>;

  /**
   * Filters a part of the photo, scales it by 255 / peak and rounds half up into `out` (part.width · part.height
   * words), which may be the photo itself where the part is the whole. The sums are exact whole numbers, so that both
   * makes give the same bytes. Off by less than a level as long as `255 · taps.error · greatest / peak` is below 1.
   */
  filter(photo: Photo, taps: Taps, part: Region, peak: number, out: Uint32Array): Steps<void>;

  /** The greatest sum of whole weights in each block that the part touches, and perhaps of pixels beside the part. */
  blockSums(photo: Photo, taps: Taps, part: Region): Steps<BlockSums>;
}

/** For machines without vectors, and to check the others against. */
export const plainKernels: Kernels = {
  name: 'plain',
  smallCopy: plainSmallCopy,
  smoothCopy: plainSmoothCopy,
  layVeil: plainLayVeil,
  layField: plainLayField,
  blockMaxima: plainBlockMaxima,
  filter: plainFilter,
  blockSums: plainBlockSums,
};

/** Null where WebAssembly or its vectors are missing or forbidden. */
export function createVectorKernels(): Kernels | null {
  const machines = Machines.create();
  if (machines === null) return null;
  return {
    name: 'vector',
    smallCopy: (...given) => machines.use(machine => vectorSmallCopy(machine, ...given)),
    smoothCopy: (...given) => machines.use(machine => vectorSmoothCopy(machine, ...given)),
    layVeil: (...given) => machines.use(machine => vectorLayVeil(machine, ...given)),
    layField: (...given) => machines.use(machine => vectorLayField(machine, ...given)),
    blockMaxima: (...given) => machines.use(machine => vectorBlockMaxima(machine, ...given)),
    filter: (...given) => machines.use(machine => vectorFilter(machine, ...given)),
    blockSums: (...given) => machines.use(machine => vectorBlockSums(machine, ...given)),
  };
}
