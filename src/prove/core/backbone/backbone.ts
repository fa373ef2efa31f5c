import type { ModelInput } from '../../../models/modelInput.ts';
import { chance } from '../confusion.ts';
import type { Hits } from '../crossValidation.ts';
import type { Answers, LabCounts } from '../experiment.ts';
import { entryOf, type TableColumn, type TableEntry } from '../labTable.ts';
import { type FeatureRows, learnLastLayer, toldLabels } from './ridge.ts';

/**
 * A network that knows such things already: it stays as it is, and a new last layer is learnt from photos, clean or
 * protected. What it then tells of clean photos that it has not seen is what protection has to keep it from.
 */

/** What a last layer learnt from: clean photos, those under the settings chosen, or under a preset. */
export type BackboneColumn = TableColumn | 'chosen';

/** Features of photos, and the label of each, from 0. */
export interface LabelledRows {
  readonly rows: FeatureRows;
  readonly labelOf: readonly number[];
}

export interface LastLayerTask {
  readonly learn: LabelledRows;
  readonly test: LabelledRows;
  readonly labels: number;
  /** Of the deal by which the penalty is chosen. */
  readonly seed: string;
}

export interface LastLayerAnswers {
  /** To the test photos. */
  readonly answers: Answers;
  /** Of the ridge regression, a part of the trace; see `ridge.ts`. */
  readonly penalty: number;
  /** Photos of those learnt from, kept back to choose it. */
  readonly kept: Hits;
}

/** Learns the layer and asks it. */
export function lastLayerAnswers({ learn, test, labels, seed }: LastLayerTask): LastLayerAnswers {
  const { layer, penalty, right, total } = learnLastLayer(learn.rows, learn.labelOf, labels, seed);
  const confusion = Array.from({ length: labels }, () => new Array<number>(labels).fill(0));
  for (const [at, told] of toldLabels(layer, test.rows).entries()) {
    const row = confusion[test.labelOf[at] as number];
    if (row) row[told] = (row[told] ?? 0) + 1;
  }
  return { answers: { confusion }, penalty, kept: { right, total } };
}

/** A network and what came of its last layers. Plain data: a report holds it. */
export interface BackboneFinding {
  readonly model: {
    /** Of its file. */
    readonly name: string;
    readonly kind: 'tfjs' | 'onnx';
  };
  readonly input: ModelInput;
  /** The layer that features were taken from, and how many. */
  readonly layer: string;
  readonly features: number;
  readonly counts: LabCounts;
  /** Photos that could not be read. */
  readonly failed: number;
  readonly columns: readonly ({ readonly column: BackboneColumn } & LastLayerAnswers)[];
  readonly seconds: number;
}

/**
 * - `untold`: not even from clean photos were the labels learnt, so there is nothing to keep it from;
 * - `none`: protection took nothing away that could be told;
 * - `part`: it took something away, and something is left;
 * - `all`: what is left cannot be told from guessing.
 */
export type BackboneJudgement = 'untold' | 'none' | 'part' | 'all';

/** What a layer learnt from protected photos says against the one learnt from clean photos; 95 per cent intervals. */
export function judgeBackbone(
  clean: TableEntry,
  protectedOnes: TableEntry,
  guessed: number,
): BackboneJudgement {
  if (clean.low <= guessed) return 'untold';
  if (protectedOnes.high >= clean.low) return 'none';
  return protectedOnes.low > guessed ? 'part' : 'all';
}

/** Each column's accuracy with its interval, and how often guessing is right, 0 to 1. */
export function backboneFigures({ columns }: Pick<BackboneFinding, 'columns'>): {
  readonly chance: number;
  readonly entries: readonly { readonly column: BackboneColumn; readonly entry: TableEntry }[];
} {
  const [first] = columns;
  return {
    chance: first ? chance(first.answers) : 0,
    entries: columns.flatMap(({ column, answers }) => {
      const entry = entryOf([answers]);
      return entry ? [{ column, entry }] : [];
    }),
  };
}
