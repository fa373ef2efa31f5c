import type { EngineChoice, Treatment } from '../../engine/engine.ts';
import type { Failed } from '../../workers/protocol.ts';
import type { Hits } from '../core/crossValidation.ts';
import type { Detection, SeenPhoto as DetectorPhoto } from '../core/detector/detect.ts';
import type { ShrinkageOf } from '../core/lda.ts';
import type { DecoyPictures } from '../pipeline/decoyPhotos.ts';
import type { DetectorLooks, DetectorWishes } from '../pipeline/detectorLooks.ts';
import type { PhotoFeatures } from '../pipeline/photoFeatures.ts';
import type { SquareWishes } from '../pipeline/trainingPicture.ts';

/** What the page may ask of the workers behind `Prove`. Everything here crosses a thread. */

export interface ProvePhoto {
  readonly file: Blob;
  /** From 0. */
  readonly label: number;
  readonly treatment: Treatment;
}

export interface SeenPhoto extends PhotoFeatures {
  readonly kind: 'seen';
}

/** Labels to be told from spectra or mean colours: one row a photo. */
export interface ToTell {
  readonly samples: readonly Float32Array[];
  readonly labelOf: readonly number[];
  readonly seed: string;
  readonly shrink: ShrinkageOf;
}

/** A photograph of one of the two labels that a decoy is tried on. */
export interface DecoyPhoto {
  readonly label: 0 | 1;
  readonly file: Blob;
}

interface ShrunkPhoto {
  readonly kind: 'shrunk';
  /** One a variant, in their order: side · side · 3 bytes, RGB in rows. */
  readonly squares: readonly Uint8Array<ArrayBuffer>[];
}

interface LookedAt extends DetectorLooks {
  readonly kind: 'looked-at';
}

interface TooSmall {
  readonly kind: 'too-small';
}

export interface ProveWorkerApi {
  /** Makes the engine ready. Call once, first. */
  start(choice: EngineChoice): Promise<void>;
  /** `sizes`: short sides in pixels, Infinity for the photo's own. */
  look(photo: ProvePhoto, sizes: readonly number[]): Promise<SeenPhoto | Failed>;
  /** The small squares that models are trained on. */
  shrink(file: Blob, wishes: SquareWishes): Promise<ShrunkPhoto | Failed>;
  /** The theory's pictures. */
  tryDecoy(photos: readonly DecoyPhoto[]): Promise<({ readonly kind: 'tried' } & DecoyPictures) | Failed>;
  /** What a scraper's detector sees of a photo. */
  lookForDetector(file: Blob, wishes: DetectorWishes): Promise<LookedAt | TooSmall | Failed>;
  detect(photos: readonly DetectorPhoto[], seed: string): Detection;
  tell(task: ToTell): Hits & { readonly milliseconds: number };
}
