import type { Picture } from '../../core/picture/resize.ts';

/** A photograph, its decoy made plain, and the photograph with it: squares of one size. */
export interface DecoyShown {
  readonly photo: Picture;
  readonly decoy: Picture;
  readonly protected: Picture;
}
