import seedrandom from 'seedrandom';
import { shuffled } from '../../../core/shuffled.ts';
import type { Hits } from '../crossValidation.ts';
import { type Cut, learnCut, sideOf } from '../cut.ts';
import { type Auc, aucOf } from './auc.ts';
import { type EditName, editNames } from './edits.ts';

/**
 * Whether somebody who collects photos could tell protected ones, with no key and no original: a straight cut (shrinkage
 * LDA) through what `looksOf` sees, learnt from photos of some labels, clean and under some keys, and tried on photos of
 * other labels under other keys. It knows what ordinary edits look like, so that it does not take those for protection.
 */

/** What was seen of one photo, each as `looksOf` gives it. */
export interface SeenPhoto {
  /** From 0. */
  readonly label: number;
  readonly clean: Float32Array;
  /** Protected with a key that the detector may learn from, and with another, by which it is tried. */
  readonly learnt: Float32Array;
  readonly tried: Float32Array;
  readonly edited: Readonly<Record<EditName, Float32Array>>;
}

export interface Detection {
  /** Protected photos against clean ones. */
  readonly auc: Auc;
  /** Protected photos that are called so, at the threshold at which one in twenty clean photos is. */
  readonly found: Hits;
  /** Clean photos that are called protected there. */
  readonly falseAlarms: Hits;
  readonly edits: Readonly<Record<EditName, EditDetection>>;
}

/** Photos after an ordinary edit. */
interface EditDetection {
  /** Protected photos against these. */
  readonly auc: Auc;
  /** Those of them that are called protected. */
  readonly taken: Hits;
}

/** How well protected photos can be told. `partly`: better than by guessing, and not well. `unsure`: too few photos to say. */
export type Told = 'easily' | 'partly' | 'hardly' | 'unsure';

/** From here on up, and from there on down, an area's whole interval. */
const easily = 0.8;
const hardly = 0.65;

export function toldBy({ low, high }: Auc): Told {
  if (low >= easily) return 'easily';
  if (high <= hardly) return 'hardly';
  return low > 0.5 ? 'partly' : 'unsure';
}

/** Parts into which labels are dealt; each is tried by what was learnt from the others. */
const mostParts = 5;
/** Of clean photos, called protected at the threshold. */
const falseAlarmShare = 0.05;

/**
 * @param photos of two labels at least
 * @param seed deals the labels
 */
export function detect(photos: readonly SeenPhoto[], seed: string): Detection {
  const partOf = dealtLabels(photos, seed);
  const scored = [...new Set(partOf.values())].flatMap(part => {
    const here = photos.filter(({ label }) => partOf.get(label) === part);
    const others = photos.filter(({ label }) => partOf.get(label) !== part);
    const score = learnt(others);
    return here.map(photo => ({
      clean: score(photo.clean),
      tried: score(photo.tried),
      edited: mapEdits(edit => score(photo.edited[edit])),
    }));
  });
  const clean = scored.map(one => one.clean);
  const tried = scored.map(one => one.tried);
  const threshold = thresholdFor(clean);
  const hits = (scores: readonly number[]): Hits => ({
    right: scores.filter(score => score > threshold).length,
    total: scores.length,
  });
  return {
    auc: aucOf(tried, clean),
    found: hits(tried),
    falseAlarms: hits(clean),
    edits: mapEdits(edit => {
      const scores = scored.map(({ edited }) => edited[edit]);
      return { auc: aucOf(tried, scores), taken: hits(scores) };
    }),
  };
}

/** The part that each label is dealt into. */
function dealtLabels(photos: readonly SeenPhoto[], seed: string): ReadonlyMap<number, number> {
  const labels = [...new Set(photos.map(({ label }) => label))].sort((a, b) => a - b);
  const parts = Math.min(mostParts, labels.length);
  return new Map(shuffled(labels, seedrandom(seed)).map((label, i) => [label, i % parts]));
}

/** The score above which no more than {@link falseAlarmShare} of clean photos lie. */
function thresholdFor(clean: readonly number[]): number {
  const rising = Float64Array.from(clean).sort();
  return rising[rising.length - 1 - Math.floor(falseAlarmShare * rising.length)] as number;
}

/** A detector of protected photos among clean and edited ones: scores in deviations of the photos that it learnt from, so that those of all parts can be compared. */
function learnt(photos: readonly SeenPhoto[]): (looks: Float32Array) => number {
  const innocent = photos.flatMap(({ clean, edited }) => [clean, ...editNames.map(edit => edited[edit])]);
  const guilty = photos.map(one => one.learnt);
  const scale = scalesOf([...innocent, ...guilty]);
  const samples = [...innocent, ...guilty].map(scale);
  const labelOf = samples.map((_, i) => (i < innocent.length ? 0 : 1));
  const cut = learnCut(samples, labelOf);
  const unit = 1 / deviationAlong(cut, samples, labelOf);
  return looks => unit * sideOf(cut, scale(looks));
}

/** Brings every number to mean 0 and deviation 1 of the samples given; one that never changes to 0. */
function scalesOf(samples: readonly Float32Array[]): (looks: Float32Array) => Float32Array {
  const length = samples[0]?.length ?? 0;
  const mean = new Float64Array(length);
  for (const sample of samples)
    for (let k = 0; k < length; k++) mean[k] = (mean[k] as number) + (sample[k] as number) / samples.length;
  const variance = new Float64Array(length);
  for (const sample of samples)
    for (let k = 0; k < length; k++) {
      const away = (sample[k] as number) - (mean[k] as number);
      variance[k] = (variance[k] as number) + (away * away) / samples.length;
    }
  const unit = variance.map(v => (v > 1e-12 ? 1 / Math.sqrt(v) : 0));
  return looks => Float32Array.from(looks, (value, k) => (value - (mean[k] as number)) * (unit[k] as number));
}

/** Of the scores of both kinds about their own means. */
function deviationAlong(cut: Cut, samples: readonly Float32Array[], labelOf: readonly number[]): number {
  const scores = samples.map(sample => sideOf(cut, sample));
  const means = [0, 1].map(kind => {
    const own = scores.filter((_, i) => labelOf[i] === kind);
    return own.reduce((sum, score) => sum + score, 0) / own.length;
  });
  const squares = scores.reduce(
    (sum, score, i) => sum + (score - (means[labelOf[i] as number] as number)) ** 2,
    0,
  );
  const deviation = Math.sqrt(squares / scores.length);
  return deviation > 0 ? deviation : 1;
}

function mapEdits<T>(of: (edit: EditName) => T): Readonly<Record<EditName, T>> {
  return { tinted: of('tinted'), graduated: of('graduated'), 'soft-focus': of('soft-focus') };
}
