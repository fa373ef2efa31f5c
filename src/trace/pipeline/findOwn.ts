import { decode } from '../../codec/decode.ts';
import { areaAverage, luminanceOf, type Plane, sidesAt } from '../../core/picture/luminance.ts';
import type { Receipt, ReceiptFile } from '../../core/receipt.ts';
import { sha256 } from '../../pipeline/digest.ts';
import { readPhoto } from '../../pipeline/readPhoto.ts';
import { blindScores } from '../core/ownPhoto/blindTest.ts';
import { compare } from '../core/ownPhoto/comparison.ts';
import type { KeyFilters, Scores } from '../core/ownPhoto/keyFilters.ts';
import { type PhotoHash, photoHash } from '../core/ownPhoto/photoHash.ts';
import { settled } from '../core/ownPhoto/registration.ts';
import { type Candidate, likeliest, sketchSide } from '../core/ownPhoto/search.ts';

/** What is remembered of an original, so that a found photo can be looked up among many. Under 20 kB. */
export interface Sketch {
  readonly sha256: string;
  readonly hash: PhotoHash;
  readonly width: number;
  readonly height: number;
  /** Luminance of a small copy, whose short side is `sketchSide` pixels or the photo's own. */
  readonly small: Plane;
}

/** An original that a found photo is looked up among. */
export interface Original extends Sketch {
  readonly file: Blob;
}

/** What may be asked of one photo. */
export interface OwnQuestion {
  readonly receipt: Receipt;
  readonly filters: KeyFilters;
  /** Empty where there are none at hand. */
  readonly originals: readonly Original[];
}

export type OwnAnswer =
  | {
      readonly kind: 'with-original';
      readonly scores: Scores;
      /** Number of the original. */
      readonly original: number;
      /** Correlation with it where it lies, up to 1. */
      readonly likeness: number;
      /** Whether no filter at all explains the photo better than the owner's best: then it is an unprotected copy. */
      readonly unfiltered: boolean;
      readonly listed: ReceiptFile | null;
    }
  | { readonly kind: 'blind'; readonly scores: Scores; readonly listed: ReceiptFile | null }
  /** Nothing can be said: no original was found, and the photo is too small or the method is `cuda`. */
  | { readonly kind: 'untested'; readonly listed: ReceiptFile | null };

/** A photo, read. */
export interface Seen {
  readonly sha256: string;
  /** Luminance of the whole. */
  readonly plane: Plane;
}

/** @throws PhotoError as reading and decoding do */
async function see(file: Blob): Promise<Seen> {
  const { bytes, photo } = await readPhoto(file);
  const digest = await sha256(bytes);
  const { pixels } = await decode(bytes, photo, file);
  return { sha256: digest, plane: luminanceOf(pixels.data, pixels.width, pixels.height) };
}

/** @throws PhotoError as reading and decoding do */
export async function sketchOf(file: Blob): Promise<Sketch> {
  return sketchFrom(await see(file));
}

export function sketchFrom({ sha256: digest, plane }: Seen): Sketch {
  const { width, height } = plane;
  const sides = sidesAt(width, height, sketchSide);
  const small = areaAverage(plane, sides.width, sides.height);
  return { sha256: digest, hash: photoHash(plane), width, height, small };
}

/**
 * Looks whose photo a found one is: by its original where one of those given is that, else by itself. Decoded once, the
 * original too.
 *
 * @throws PhotoError as reading and decoding do
 */
export async function findOwn(file: Blob, { receipt, filters, originals }: OwnQuestion): Promise<OwnAnswer> {
  const seen = await see(file);
  return answerFor(seen, { receipt, filters, originals }, async original => (await see(original.file)).plane);
}

/** The same of pixels that are there already. */
export async function answerFor<Known extends Sketch>(
  { sha256: digest, plane }: Seen,
  question: Omit<OwnQuestion, 'originals'> & { readonly originals: readonly Known[] },
  planeOf: (original: Known) => Promise<Plane>,
): Promise<OwnAnswer> {
  const { receipt, filters, originals } = question;
  const { settings } = receipt;
  const listed = receipt.files.find(one => one.sha256 === digest) ?? null;
  const sketches: readonly Candidate[] = originals;
  const found = originals.length > 0 ? likeliest(plane, photoHash(plane), sketches) : null;
  const original = found && originals[found.at];
  if (found && original) {
    const whole = await planeOf(original);
    const { placement, likeness } = settled(plane, whole, found.placement);
    const { scores, unfiltered } = compare(plane, whole, placement, settings, filters);
    const best = scores.subarray(0, filters.labels).reduce((most, score) => Math.max(most, score), -Infinity);
    return {
      kind: 'with-original',
      scores,
      original: found.at,
      likeness,
      unfiltered: unfiltered >= best,
      listed,
    };
  }
  if (settings.method !== 'veil') return { kind: 'untested', listed };
  const scores = blindScores(plane, { veilSize: settings.veilSize, sizes: receipt.files }, filters);
  return scores === null ? { kind: 'untested', listed } : { kind: 'blind', scores, listed };
}
