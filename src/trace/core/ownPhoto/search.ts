import { areaAverage, type Plane, sidesAt } from '../../../core/picture/luminance.ts';
import { hashDistance, type PhotoHash } from './photoHash.ts';
import type { Placement } from './placement.ts';
import { coarseRegistration, refined } from './registration.ts';

/** Short side, in pixels, of the small copies that originals are searched by. */
export const sketchSide = 64;

/** What an original is known by. */
export interface Candidate {
  readonly hash: PhotoHash;
  /** Short side {@link sketchSide}, or the photo's own where that is smaller. */
  readonly small: Plane;
}

export interface Found {
  /** Number of the original. */
  readonly at: number;
  readonly placement: Placement;
}

/** Hashes of one photo, resized and compressed, differ in fewer bits. */
const sameHash = 12;
/** Correlation from which two photos are taken for the same. A veil leaves more than this, another photo has less. */
const sameLikeness = 0.9;
/** How many are tried by hash, and how many of the best are looked at closely once all were tried. */
const tries = 3;
/** Short side of what is left of the found photo meanwhile, in pixels. */
const glimpseSide = 96;

/**
 * Finds a photo's original. By hash first, which is quick; where that fails, as with crops, by trying to place the photo
 * in every original: about 20 ms each. Null where none is like it.
 */
export function likeliest(found: Plane, hash: PhotoHash, originals: readonly Candidate[]): Found | null {
  const sides = sidesAt(found.width, found.height, glimpseSide);
  const glimpse = areaAverage(found, sides.width, sides.height);
  const byHash = originals
    .map((original, at) => ({ at, original, bits: hashDistance(hash, original.hash) }))
    .sort((a, b) => a.bits - b.bits);
  const near = byHash.slice(0, tries).filter(({ bits }) => bits <= sameHash);
  return closest(glimpse, near) ?? closest(glimpse, byHash);
}

interface Numbered {
  readonly at: number;
  readonly original: Candidate;
}

function closest(found: Plane, originals: readonly Numbered[]): Found | null {
  const placed = originals
    .map(({ at, original }) => ({ at, original, ...coarseRegistration(found, original.small) }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, tries)
    .map(({ at, original, placement }) => ({ at, ...refined(found, original.small, placement) }))
    .sort((a, b) => b.likeness - a.likeness);
  const [best] = placed;
  return best && best.likeness >= sameLikeness ? { at: best.at, placement: best.placement } : null;
}
