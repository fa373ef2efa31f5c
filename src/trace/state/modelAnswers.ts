import { labelsOfClasses } from '../core/classNames.ts';
import { readAnswers } from '../core/probeAnswers.ts';
import type { ProbeSheet } from '../core/probeSheet.ts';
import type { AskedBy } from '../core/verdictReport.ts';

/** What a model said, and which label each of its classes stands for. */

export interface Answers {
  /** Of the file, or of the model's. */
  readonly name: string;
  readonly askedBy: AskedBy;
  /** The class said for each probe, by the probe's name. */
  readonly said: ReadonlyMap<string, string>;
  /** All that were said, most frequent first; of a model on this device all that it knows, in its order. */
  readonly classes: readonly string[];
  /** The class that stands for each of the sheet's labels; null: none does. */
  readonly classOf: readonly (string | null)[];
  readonly missing: number;
  readonly unknown: number;
}

/** Why a table of answers was not taken. */
export type AnswersTrouble = 'answers-empty' | 'answers-no-probes' | 'answers-no-labels';

/** Answers from the text of a table. */
export function answersOf(name: string, text: string, sheet: ProbeSheet): Answers | AnswersTrouble {
  const read = readAnswers(
    text,
    sheet.files.map(file => file.name),
  );
  if (read.kind === 'refused') return `answers-${read.reason}`;
  const counts = new Map<string, number>();
  for (const said of read.said.values()) counts.set(said, (counts.get(said) ?? 0) + 1);
  const classes = [...counts].sort((a, b) => b[1] - a[1]).map(([said]) => said);
  return answersWith(sheet, {
    name,
    askedBy: 'csv',
    said: read.said,
    classes,
    missing: read.missing.length,
    unknown: read.unknown.length,
  });
}

/** With the class of each label, where their names tell. */
export function answersWith(sheet: ProbeSheet, given: Omit<Answers, 'classOf'>): Answers {
  const labelOf = labelsOfClasses(given.classes, sheet.labels);
  return { ...given, classOf: sheet.labels.map((_, label) => given.classes[labelOf.indexOf(label)] ?? null) };
}

/** The label said for each probe, by the classes that stand for labels; null: a class that stands for none. */
export function saidLabels(
  sheet: ProbeSheet,
  { said, classOf }: Answers,
): ReadonlyMap<string, number | null> {
  const place = new Map(
    sheet.labels.flatMap((_, label) => {
      const name = classOf[label] ?? null;
      return name === null ? [] : [[name, label] as const];
    }),
  );
  return new Map([...said].map(([probe, name]) => [probe, place.get(name) ?? null]));
}
