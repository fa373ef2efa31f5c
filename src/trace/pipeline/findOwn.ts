import { decode } from '../../codec/decode.ts';
import { areaAverage, luminanceOf, type Plane, sidesAt } from '../../core/picture/luminance.ts';
import type { Picture } from '../../core/picture/resize.ts';
import type { Receipt, ReceiptFile } from '../../core/receipt.ts';
import type { MethodSettings } from '../../core/settings.ts';
import { sha256 } from '../../pipeline/digest.ts';
import { readPhoto } from '../../pipeline/readPhoto.ts';
import { blindCastScores } from '../core/ownPhoto/blindCast.ts';
import { blindScores } from '../core/ownPhoto/blindTest.ts';
import { compareCasts } from '../core/ownPhoto/castComparison.ts';
import { type Colours, coloursOf, pictureOf } from '../core/ownPhoto/colours.ts';
import { compare, type Filtering } from '../core/ownPhoto/comparison.ts';
import { type Evidence, joint } from '../core/ownPhoto/evidence.ts';
import type { KeyImprints } from '../core/ownPhoto/keyImprints.ts';
import { type PhotoHash, photoHash } from '../core/ownPhoto/photoHash.ts';
import type { Placement } from '../core/ownPhoto/placement.ts';
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
  readonly imprints: KeyImprints;
  /** Empty where there are none at hand. */
  readonly originals: readonly Original[];
}

export type OwnAnswer = {
  /** The found photo, small. */
  readonly glimpse: Picture;
} & (
  | {
      readonly kind: 'with-original';
      readonly evidence: Evidence;
      /** Number of the original. */
      readonly original: number;
      /** Correlation with it where it lies, up to 1. */
      readonly likeness: number;
      /** Whether nothing laid on at all explains the photo better than the owner's best: then it is an unprotected copy. */
      readonly unfiltered: boolean;
      readonly listed: ReceiptFile | null;
    }
  | { readonly kind: 'blind'; readonly evidence: Evidence; readonly listed: ReceiptFile | null }
  /** Nothing can be said: no original was found, and the photo is too small or the method is `cuda`. */
  | { readonly kind: 'untested'; readonly listed: ReceiptFile | null }
);

/** A photo's pixels, as far as tracing looks at them. */
export interface View {
  /** Luminance of the whole. */
  readonly plane: Plane;
  readonly colours: Colours;
}

/** A photo, read. */
export interface Seen extends View {
  readonly sha256: string;
}

/** What is looked at in a picture: its luminance, and its colours in small. */
export function viewOf({ data, width, height }: Picture): View {
  return { plane: luminanceOf(data, width, height), colours: coloursOf(data, width, height) };
}

/** @throws PhotoError as reading and decoding do */
async function see(file: Blob): Promise<Seen> {
  const { bytes, photo } = await readPhoto(file);
  const digest = await sha256(bytes);
  const { pixels } = await decode(bytes, photo, file);
  return { sha256: digest, ...viewOf(pixels) };
}

/** @throws PhotoError as reading and decoding do */
export async function sketchOf(file: Blob): Promise<Sketch> {
  return sketchFrom(await see(file));
}

/** What is kept of an original to compare found photos with. */
export function sketchFrom({ sha256: digest, plane }: Pick<Seen, 'sha256' | 'plane'>): Sketch {
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
export async function findOwn(file: Blob, question: OwnQuestion): Promise<OwnAnswer> {
  return answerFor(await see(file), question, original => see(original.file));
}

/** The same of pixels that are there already. */
export async function answerFor<Known extends Sketch>(
  { sha256: digest, ...found }: Seen,
  question: Omit<OwnQuestion, 'originals'> & { readonly originals: readonly Known[] },
  viewOfOriginal: (original: Known) => Promise<View>,
): Promise<OwnAnswer> {
  const { receipt, originals } = question;
  const listed = receipt.files.find(one => one.sha256 === digest) ?? null;
  const glimpse = pictureOf(found.colours);
  const sketches: readonly Candidate[] = originals;
  const place = originals.length > 0 ? likeliest(found.plane, photoHash(found.plane), sketches) : null;
  const original = place && originals[place.at];
  if (place && original) {
    const whole = await viewOfOriginal(original);
    const { placement, likeness } = settled(found.plane, whole.plane, place.placement);
    const beside = evidenceBeside(found, whole, placement, question);
    return { kind: 'with-original', glimpse, original: place.at, likeness, listed, ...beside };
  }
  const evidence = evidenceAlone(found, question);
  return joint(evidence) === null
    ? { kind: 'untested', glimpse, listed }
    : { kind: 'blind', glimpse, evidence, listed };
}

type Asked = Pick<OwnQuestion, 'receipt' | 'imprints'>;

function evidenceBeside(found: View, original: View, placement: Placement, { receipt, imprints }: Asked) {
  const { settings } = receipt;
  const { width, height } = original.plane;
  const filtering = filteringOf(settings);
  const filter = filtering && compare(found.plane, original.plane, placement, filtering, imprints);
  const pair = { found: found.colours, original: { width, height, colours: original.colours }, placement };
  const cast =
    settings.method === 'cast' && imprints.casts
      ? compareCasts(pair, settings.castLevel, imprints.casts)
      : null;
  const evidence: Evidence = { cast: cast?.scores ?? null, filter: filter?.scores ?? null };
  const own = joint(evidence)?.subarray(0, imprints.labels) ?? new Float64Array(0);
  const bare = (cast?.unfiltered ?? 0) + (filter?.unfiltered ?? 0);
  return { evidence, unfiltered: bare >= own.reduce((most, score) => Math.max(most, score), -Infinity) };
}

/** The filter that was laid on; null where there was none. */
function filteringOf(settings: MethodSettings): Filtering | null {
  const { method } = settings;
  if (method === 'cuda') return settings;
  return settings.veilSize === null ? null : { method, veilSize: settings.veilSize };
}

function evidenceAlone({ plane, colours }: View, { receipt, imprints }: Asked): Evidence {
  const { settings, files: sizes } = receipt;
  if (settings.method === 'cuda') return { cast: null, filter: null };
  const { method, veilSize } = settings;
  const veil = { veilSize: veilSize ?? 0, smoothed: method === 'cast', sizes };
  return {
    cast:
      method === 'cast' && imprints.casts
        ? blindCastScores(colours, plane, { level: settings.castLevel, sizes }, imprints.casts)
        : null,
    filter: veilSize === null ? null : blindScores(plane, veil, imprints),
  };
}
