import seedrandom from 'seedrandom';
import type { Imprint } from '../../core/imprint.ts';
import { hex } from '../../core/key/key.ts';
import { type RandomBytes, secureRandom } from '../../core/key/random.ts';
import type { Receipt } from '../../core/receipt.ts';
import { shuffled } from '../../core/shuffled.ts';
import type { Claim } from './claim.ts';
import { decoysOfLabel } from './probeDecoys.ts';
import type { ProbeFile, ProbeShape, ProbeSheet, ProbeType } from './probeSheet.ts';

/**
 * Pictures to ask a model about: photos that are not of a label, each plain (once, for all labels), under what the label's
 * own photos carry (its filter, its cast, or both, as the receipt has it), and under decoys of the same kind. The first `rankPhotos` of them, in an order that is drawn, are shown under all decoys,
 * for the rank (statistics/rank.ts); the others under `each` of them, dealt in turn so that all are used equally often,
 * to within one, for the paired test (statistics/matched.ts), which takes all photos.
 */

/** A label with fewer photos to ask about is not asked for. */
const leastProbePhotos = 50;
const leastDecoys = 39;

export interface ProbeWishes {
  /** Labels of the receipt, in any order. */
  readonly labels: readonly string[];
  /** Photos a label; fewer where there are no more. */
  readonly photos: number;
  /** Photos a label that are shown under all decoys; at least 1. */
  readonly rankPhotos: number;
  /** Decoys a label, at least 39. */
  readonly decoys: number;
  /** Decoys that each of the other photos is shown under, 1 to `decoys`. */
  readonly each: number;
  /** Short side of the probes, in pixels. */
  readonly side: number;
  readonly shape: ProbeShape;
  readonly type: ProbeType;
  /** `real`: photos are filtered as they are; `small`: after they were made small, with a veil of that size. */
  readonly filteredAt: 'real' | 'small';
}

export const defaultProbes: Omit<ProbeWishes, 'labels'> = {
  photos: 200,
  rankPhotos: 25,
  decoys: 39,
  each: 1,
  side: 224,
  shape: 'square',
  type: 'image/jpeg',
  filteredAt: 'real',
};

/** What one photo is made into. */
export interface PhotoProbes {
  /** Place in the list given; the photo's number in the sheet. */
  readonly photo: number;
  readonly probes: readonly { readonly file: ProbeFile; readonly imprint: Imprint | null }[];
}

export interface ProbePlan {
  readonly kind: 'planned';
  readonly sheet: ProbeSheet;
  readonly work: readonly PhotoProbes[];
  readonly filteredAt: ProbeWishes['filteredAt'];
}

export type PlanOutcome =
  | ProbePlan
  /** The wishes cannot be had: no label, one that the receipt does not list, numbers out of their bounds. */
  | { readonly kind: 'refused'; readonly reason: 'labels' | 'decoys' | 'side' }
  /** So few photos are not of this label. */
  | { readonly kind: 'too-few'; readonly label: string; readonly photos: number };

/** Probes in all, for so many photos that are of none of the labels. */
export function probeCount({ labels, photos, rankPhotos, decoys, each }: ProbeWishes, given: number): number {
  const used = Math.min(photos, given);
  const ranked = Math.min(rankPhotos, used);
  return used + labels.length * (used + ranked * decoys + (used - ranked) * each);
}

/**
 * Plans the probes of a claim. The photos' labels decide what they are asked about: one of a label is no probe for it.
 *
 * @param labelOf of each photo, as the receipt has it; null: of none, or not known
 * @param seed of what is drawn, names apart: fresh random digits
 */
export function planProbes(
  claim: Claim,
  labelOf: readonly (string | null)[],
  wishes: ProbeWishes,
  seed: string = freshName(secureRandom),
  random: RandomBytes = secureRandom,
): PlanOutcome {
  const { receipt, filters } = claim;
  const labels = receipt.labels.filter(label => wishes.labels.includes(label));
  if (labels.length === 0 || wishes.labels.some(label => !receipt.labels.includes(label))) {
    return { kind: 'refused', reason: 'labels' };
  }
  const { rankPhotos, decoys, each, side, shape, type, filteredAt } = wishes;
  if (!isWhole(decoys, leastDecoys) || !isWhole(each, 1) || each > decoys || !isWhole(rankPhotos, 1)) {
    return { kind: 'refused', reason: 'decoys' };
  }
  if (!isWhole(side, 1)) return { kind: 'refused', reason: 'side' };

  const order = shuffled([...labelOf.keys()], seedrandom(`${seed}/photos`));
  const names = new Names(type, random);
  const byPhoto = new Map<number, { file: ProbeFile; imprint: Imprint | null }[]>();
  const add = (file: ProbeFile, imprint: Imprint | null) => {
    const probes = byPhoto.get(file.photo);
    if (probes) probes.push({ file, imprint });
    else byPhoto.set(file.photo, [{ file, imprint }]);
  };
  for (const [label, name] of labels.entries()) {
    const photos = order.filter(photo => labelOf[photo] !== name).slice(0, wishes.photos);
    if (photos.length < leastProbePhotos) return { kind: 'too-few', label: name, photos: photos.length };
    const place = receipt.labels.indexOf(name);
    const own = filters[place] ?? null;
    if (own === null) return { kind: 'refused', reason: 'labels' };
    const others = decoysOfLabel(claim, place, seed, decoys);
    for (const [i, photo] of photos.entries()) {
      if (!byPhoto.has(photo)) add({ name: names.next(), photo, label: null, filter: 'plain' }, null);
      add({ name: names.next(), photo, label, filter: 'own' }, own);
      for (const decoy of decoysOfPhoto(i, wishes)) {
        add({ name: names.next(), photo, label, filter: decoy }, others[decoy] ?? null);
      }
    }
  }
  const work = [...byPhoto].map(([photo, probes]) => ({ photo, probes }));
  const sheet: ProbeSheet = {
    commitment: receipt.commitment,
    keyCheck: receipt.keyCheck,
    labels,
    decoys,
    rankPhotos,
    each,
    seed,
    side,
    shape,
    type,
    files: inOrder(work.flatMap(({ probes }) => probes.map(({ file }) => file))),
  };
  return { kind: 'planned', sheet, work, filteredAt };
}

/** The decoys of a label's i-th photo. */
function decoysOfPhoto(i: number, { rankPhotos, decoys, each }: ProbeWishes): readonly number[] {
  const count = i < rankPhotos ? decoys : each;
  return Array.from({ length: count }, (_, j) => (i * each + j) % decoys);
}

function isWhole(value: number, least: number): boolean {
  return Number.isInteger(value) && value >= least;
}

/** By name, an order that says nothing; the zip is to be written in it. */
function inOrder(files: readonly ProbeFile[]): readonly ProbeFile[] {
  return [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The sheet without photos that could not be read. Their loss favours no filter. */
export function withoutPhotos(sheet: ProbeSheet, failed: ReadonlySet<number>): ProbeSheet {
  return { ...sheet, files: sheet.files.filter(({ photo }) => !failed.has(photo)) };
}

/**
 * The short side that probe photos are brought to before they are filtered, or null for their own. A veil is the same at
 * any size above its own, so large photos are first made smaller, to save time; `cuda`'s taps lie a pixel apart, so probes get
 * the size that the protected photos had, by the middle one of the receipt.
 */
export function probeShortSide(
  receipt: Pick<Receipt, 'settings' | 'files'>,
  { side, filteredAt }: Pick<ProbeWishes, 'side' | 'filteredAt'>,
): { readonly pixels: number; readonly enlarge: boolean } | null {
  if (filteredAt === 'small') return null;
  if (receipt.settings.method !== 'cuda') {
    return { pixels: 2 * Math.max(side, receipt.settings.veilSize ?? side), enlarge: false };
  }
  const sides = receipt.files.map(({ width, height }) => Math.min(width, height)).sort((a, b) => a - b);
  const middle = sides[Math.floor(sides.length / 2)];
  return middle === undefined ? null : { pixels: middle, enlarge: true };
}

const extensions: Readonly<Record<ProbeType, string>> = { 'image/png': 'png', 'image/jpeg': 'jpg' };

/** Names that no two probes share and that tell nothing: 64 random bits. */
class Names {
  readonly #used = new Set<string>();
  readonly #extension: string;
  readonly #random: RandomBytes;

  constructor(type: ProbeType, random: RandomBytes) {
    this.#extension = extensions[type];
    this.#random = random;
  }

  next(): string {
    for (;;) {
      const name = `${freshName(this.#random)}.${this.#extension}`;
      if (this.#used.has(name)) continue;
      this.#used.add(name);
      return name;
    }
  }
}

function freshName(random: RandomBytes): string {
  return hex(random(new Uint8Array(8)));
}
