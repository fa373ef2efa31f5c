import seedrandom from 'seedrandom';
import { type MethodSettings, veilSizeOf } from '../../core/settings.ts';
import { shuffled } from '../../core/shuffled.ts';
import { folds } from './crossValidation.ts';
import { tileSide } from './spectrum.ts';

/** What the instant check looks at: which photos, and at which sizes. */

/** Short sides, in pixels, at which people train. */
const trainingSizes = [32, 64, 128, 224] as const;

/** The size that a photo has. */
export const ownSize = Number.POSITIVE_INFINITY;

/** A label with fewer photos cannot be dealt into the parts of a cross-validation. */
export const leastPhotos = folds;
const leastLabels = 2;
/** Photos looked at; more tell the same and take longer. */
const mostPhotos = 1000;

/** What a set of labelled photos lacks, or those of it that are looked at. */
export type Choice<T> =
  | {
      readonly kind: 'chosen';
      readonly photos: readonly T[];
      readonly labels: readonly string[];
      readonly left: Left;
    }
  /** `enough`: labels that have enough photos; two are needed. */
  | { readonly kind: 'too-few'; readonly enough: number; readonly left: Left };

/** Left out, and why. */
export interface Left {
  /** Labels with too few photos. */
  readonly labels: readonly string[];
  /** Photos beyond the most that are looked at. */
  readonly photos: number;
}

/**
 * The photos to look at. Labels with too few are left out; of more than `most` that many are drawn, each label by its
 * share.
 */
export function choosePhotos<T extends { readonly label: string }>(
  given: readonly T[],
  seed: string,
  most = mostPhotos,
): Choice<T> {
  const byLabel = new Map<string, T[]>();
  for (const photo of given) {
    const others = byLabel.get(photo.label);
    if (others) others.push(photo);
    else byLabel.set(photo.label, [photo]);
  }
  const few = [...byLabel].filter(([, photos]) => photos.length < leastPhotos).map(([label]) => label);
  for (const label of few) byLabel.delete(label);
  if (byLabel.size < leastLabels) {
    return { kind: 'too-few', enough: byLabel.size, left: { labels: few, photos: 0 } };
  }
  const total = [...byLabel.values()].reduce((sum, photos) => sum + photos.length, 0);
  const share = Math.min(1, most / total);
  const random = seedrandom(seed);
  const photos = [...byLabel.values()].flatMap(all =>
    share === 1 ? all : shuffled(all, random).slice(0, Math.max(leastPhotos, Math.floor(all.length * share))),
  );
  const left = { labels: few, photos: total - photos.length };
  return { kind: 'chosen', photos, labels: [...byLabel.keys()], left };
}

/** The middle one of the short sides, in pixels. */
export function typicalSide(shortSides: readonly number[]): number {
  const sorted = [...shortSides].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? tileSide;
}

/** Training sizes that most photos are larger than, and their own. */
export function sizesFor(shortSides: readonly number[]): readonly number[] {
  const typical = typicalSide(shortSides);
  return [...trainingSizes.filter(size => size < typical), ownSize];
}

/**
 * Whether a size lies below what the protection is made for: below the veil size, if there is a veil; with the paper's filter, whose taps
 * lie on neighbouring pixels, anything smaller than the photo.
 */
export function isBelow(size: number, settings: MethodSettings): boolean {
  return settings.method === 'cuda' ? size !== ownSize : size < (veilSizeOf(settings) ?? 0);
}

/** How often the commonest label would be right if it were always said: 0 to 1. */
export function chanceOf(labelOf: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const label of labelOf) counts.set(label, (counts.get(label) ?? 0) + 1);
  return labelOf.length === 0 ? 0 : Math.max(...counts.values()) / labelOf.length;
}
