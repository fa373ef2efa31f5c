import seedrandom from 'seedrandom';
import type { Imprint } from '../../core/imprint.ts';
import { compareCodePoints } from '../../core/label.ts';
import { shuffled } from '../../core/shuffled.ts';
import type { Experiment, LabCounts, LabPictures, PictureSettings, Pictures } from './experiment.ts';

/** Which photos a series of training runs learns from and is tested on, and which of them one run sees protected. */

/** A label with fewer photos cannot be both learnt, from two, and tested. */
const leastOfLabel = 3;

/** Bytes that all variants of all pictures may take together. */
const mostPictureBytes = 256 * 2 ** 20;

/** Variants of a photo that are kept: clean, protected, common; or, in the test, clean, own, other. */
const variants = 3;

/** Photos by their places in the list given. */
export interface Dealt {
  readonly kind: 'dealt';
  /** By code point. */
  readonly labels: readonly string[];
  readonly train: readonly DealtPhoto[];
  readonly test: readonly DealtPhoto[];
  readonly left: LeftOut;
}

export interface DealtPhoto {
  /** Place in the list given. */
  readonly photo: number;
  /** Place in `labels`. */
  readonly label: number;
}

interface LeftOut {
  /** Labels with fewer than {@link leastOfLabel} photos. */
  readonly labels: readonly string[];
  /** Photos beyond the most of a label that was asked for. */
  readonly beyondMost: number;
  /** Photos for which there is no memory. */
  readonly beyondMemory: number;
}

/** `enough`: labels that have enough photos; two are needed. */
export type Deal = Dealt | { readonly kind: 'too-few'; readonly enough: number; readonly left: LeftOut };

/** Photos of which all variants fit into memory, for pictures of `side` pixels a side. */
export function mostPhotosAt(side: number): number {
  return Math.floor(mostPictureBytes / (variants * 3 * side ** 2));
}

/**
 * Deals photos into those learnt from and those tested on, each label by itself: `holdOut` of them are tested on, at
 * least one, and at least two are left to learn from. The same photos and settings are dealt alike.
 *
 * @param labelsOfPhotos the label of each photo
 * @param memory photos that there is memory for
 */
export function deal(
  labelsOfPhotos: readonly string[],
  settings: PictureSettings,
  memory = mostPhotosAt(settings.side),
): Deal {
  const byLabel = new Map<string, number[]>();
  for (const [photo, label] of labelsOfPhotos.entries()) {
    const others = byLabel.get(label);
    if (others) others.push(photo);
    else byLabel.set(label, [photo]);
  }
  const names = [...byLabel.keys()].sort(compareCodePoints);
  const photosOf = (label: string): readonly number[] => byLabel.get(label) ?? [];
  const labels = names.filter(label => photosOf(label).length >= leastOfLabel);
  const few = names.filter(label => !labels.includes(label));
  if (labels.length < 2) {
    return {
      kind: 'too-few',
      enough: labels.length,
      left: { labels: few, beyondMost: 0, beyondMemory: 0 },
    };
  }
  const most = Math.max(leastOfLabel, settings.mostOfLabel ?? Number.POSITIVE_INFINITY);
  const wanted = labels.map(label => Math.min(most, photosOf(label).length));
  const taken = sharedOut(wanted, memory);
  const train: DealtPhoto[] = [];
  const test: DealtPhoto[] = [];
  for (const [at, label] of labels.entries()) {
    const photos = shuffled(photosOf(label), seedrandom(`${settings.seed}/deal/${label}`));
    const count = taken[at] ?? 0;
    const tested = Math.min(count - 2, Math.max(1, Math.round(count * settings.holdOut)));
    const dealt = photos.slice(0, count).map(photo => ({ photo, label: at }));
    test.push(...dealt.slice(0, tested));
    train.push(...dealt.slice(tested));
  }
  const given = labels.map(label => photosOf(label).length);
  const left = {
    labels: few,
    beyondMost: sumOf(given) - sumOf(wanted),
    beyondMemory: sumOf(wanted) - sumOf(taken),
  };
  return { kind: 'dealt', labels, train, test, left };
}

/** What each label may take when there is room for `room` photos: its share, rounded down, yet the least it needs. */
function sharedOut(wanted: readonly number[], room: number): readonly number[] {
  const share = Math.min(1, room / sumOf(wanted));
  return wanted.map(count => Math.max(leastOfLabel, Math.floor(count * share)));
}

function sumOf(list: readonly number[]): number {
  return list.reduce((sum, value) => sum + value, 0);
}

/** How many photos of which label a deal has. */
export function countsOf({ labels, train, test }: Dealt): LabCounts {
  const count = (photos: readonly DealtPhoto[]) =>
    labels.map((_, at) => photos.filter(({ label }) => label === at).length);
  return { labels, train: count(train), test: count(test) };
}

/**
 * The pictures that one run learns from. Of each protected label `share` of the photos, rounded, are as the run's kind
 * of training has them, drawn by its seed, so that a greater share holds those of a smaller one; the rest is clean.
 * Clean training knows no share.
 */
export function assemble({ labels, train }: LabPictures, experiment: Experiment): Pictures {
  const { training, share, onlyLabels, seed } = experiment;
  const { clean } = train;
  if (training === 'clean') return clean;
  const length = clean.side ** 2 * 3;
  const pixels = clean.pixels.slice();
  for (const [at, label] of labels.entries()) {
    if (onlyLabels !== null && !onlyLabels.includes(label)) continue;
    const own = clean.labelOf.flatMap((labelOf, picture) => (labelOf === at ? [picture] : []));
    const drawn = shuffled(own, seedrandom(`${seed}/share/${label}`));
    for (const picture of drawn.slice(0, Math.round(own.length * share))) {
      const from = picture * length;
      pixels.set(train[training].pixels.subarray(from, from + length), from);
    }
  }
  return { ...clean, pixels };
}

/** What the control puts on every label: the filter and cast of the first label. Null without labels. */
export function commonImprint(imprints: readonly Imprint[]): Imprint | null {
  return imprints[0] ?? null;
}

/** The label whose filter a test photo of `label` gets in the control: the next in a list of `labels`, round. */
export function otherOf(label: number, labels: number): number {
  return (label + 1) % labels;
}
