import { list, number, remarks, sentences, text } from '../../../../locales/text.ts';
import { accuracy, recall } from '../../../core/confusion.ts';
import { type Answers, type TrainingKind, trainingKinds } from '../../../core/experiment.ts';
import { entryOf, fewTests } from '../../../core/labTable.ts';
import type { LabRun, LabState, Series } from '../../../state/labModel.ts';
import { runsOf } from '../../../state/labQueue.ts';
import { percent, rangeText, stateText } from '../words.ts';

/** From here on a model learnt something, against chance; and one is clearly worse than another. In per cent points. */
const clear = 0.1;

/** On clean test photos, 0 to 1, of the runs that ended well. */
type Accuracies = Partial<Readonly<Record<TrainingKind, number>>>;

/** What an experiment came to, in figures; accuracies and chance are of the photos of the protected labels alone. */
export interface Figures {
  readonly right: Accuracies;
  /** How often always saying the commonest label is right; where some labels are protected, one of as many as there are. */
  readonly chance: number;
  /** Test photos that these are of. */
  readonly tests: number;
  /** Part of the photos that is protected. */
  readonly share: number;
  /** The labels that are protected; null for all. */
  readonly only: readonly string[] | null;
}

/** Null before the pictures are made. */
export function figuresOf(series: Series, runs: readonly LabRun[]): Figures | null {
  const chance = chanceOfSeries(series);
  const [first] = runs;
  if (chance === null || !series.made || !first) return null;
  const { share, onlyLabels: only } = first.experiment;
  const { labels } = series.made.counts;
  const right = Object.fromEntries(
    trainingKinds.flatMap(kind => {
      const rights = answersTo(runs, kind).map(answers => rightOn(answers, labels, only));
      // Of several seeds their mean.
      return rights.length > 0 ? [[kind, rights.reduce((sum, one) => sum + one, 0) / rights.length]] : [];
    }),
  );
  const tests = series.made.counts.test.reduce(
    (sum, n, at) => sum + (only === null || only.includes(labels[at] ?? '') ? n : 0),
    0,
  );
  return { right, chance: only === null ? chance : 1 / labels.length, tests, share, only };
}

/** To clean test photos, of the runs of one kind that ended well. */
function answersTo(runs: readonly LabRun[], kind: TrainingKind): readonly Answers[] {
  return runs.flatMap(({ experiment, state }) =>
    experiment.training === kind && state.kind === 'done' ? [state.result.clean] : [],
  );
}

/** How sure the figures are: intervals by the number of test photos, and the spread from seed to seed. */
export function sureText(series: Series, runs: readonly LabRun[]): string | null {
  if (!series.made || runs[0]?.experiment.onlyLabels) return null;
  const said = trainingKinds.flatMap(kind => {
    const entry = entryOf(answersTo(runs, kind));
    if (entry === null) return [];
    const { mean, spread, low, high, seeds } = entry;
    const range = rangeText(low, high);
    const value =
      spread === null
        ? range
        : remarks([
            text('lab.spread', { n: percent(mean), spread: percent(spread, 1), seeds: number(seeds) }),
            range,
          ]);
    return [text('common.pair', { name: text(`lab.kind.short.${kind}`), value })];
  });
  if (said.length === 0) return null;
  const tests = series.made.counts.test.reduce((sum, n) => sum + n, 0);
  return sentences([
    text('lab.sure.all', { all: said.join(' · ') }),
    tests < fewTests && text('lab.fewTests', { n: number(tests) }),
  ]);
}

/** ✓ where protection held, ✗ where it did not; null where nothing can be said yet. */
export function markOf({ right, chance, tests, only }: Figures): '✓' | '✗' | null {
  const { clean, protected: after } = right;
  if (clean === undefined || after === undefined || only !== null) return null;
  const grade = gradeOf(clean, after, chance, tests);
  return grade === 'strong' ? '✓' : grade === 'unlearnt' ? null : '✗';
}

/** The part that is right of photos of these labels; null: of all. */
function rightOn(answers: Answers, labels: readonly string[], only: readonly string[] | null): number {
  if (only === null) return accuracy(answers);
  const recalls = recall(answers).filter((_, at) => only.includes(labels[at] ?? ''));
  return recalls.reduce((sum, part) => sum + part, 0) / Math.max(1, recalls.length);
}

/** How often always saying the commonest label is right on the test photos, 0 to 1; null before they are known. */
export function chanceOfSeries({ made }: Series): number | null {
  if (!made) return null;
  const { test } = made.counts;
  const total = test.reduce((sum, n) => sum + n, 0);
  return total === 0 ? null : Math.max(...test) / total;
}

/** What an experiment came to, in a sentence or two; null while no run has ended well. */
export function verdictOf(figures: Figures): string | null {
  const main = mainSentence(figures);
  if (main === null) return null;
  const { share } = figures;
  const part = share < 1 && figures.right.protected !== undefined;
  return sentences([
    main,
    part && text('lab.verdict.share', { n: percent(share) }),
    commonSentence(figures) ?? false,
  ]);
}

function mainSentence({ right, chance, tests, only }: Figures): string | null {
  const { clean, protected: after } = right;
  if (clean === undefined || after === undefined) return loneSentence(right, chance, only);
  const numbers = { clean: percent(clean), protected: percent(after), chance: percent(chance) };
  const names = only === null ? '' : list(only);
  const grade = gradeOf(clean, after, chance, tests);
  return text(`lab.verdict.${only === null ? grade : 'only'}`, { ...numbers, names });
}

/** How far protection went: of what a model can learn beyond chance, half or more gone, less, or next to nothing. */
export function gradeOf(
  clean: number,
  after: number,
  chance: number,
  tests: number,
): 'strong' | 'part' | 'none' | 'unlearnt' {
  if (!isLearnt(clean, chance, tests)) return 'unlearnt';
  if (clean - after < clear / 2) return 'none';
  return after - chance <= (clean - chance) / 2 ? 'strong' : 'part';
}

function loneSentence(right: Accuracies, chance: number, only: Figures['only']): string | null {
  for (const kind of ['protected', 'clean', 'common'] as const) {
    const value = right[kind];
    if (value === undefined || only !== null) continue;
    return text(`lab.verdict.one.${kind}`, { value: percent(value), chance: percent(chance) });
  }
  return null;
}

/**
 * Whether an accuracy is clearly more than chance, and than what mere guessing may well come to on so few test photos
 * (two and a half standard deviations).
 */
export function isLearnt(right: number, chance: number, tests: number): boolean {
  const luck = 2.5 * Math.sqrt((chance * (1 - chance)) / Math.max(1, tests));
  return right - chance >= Math.max(clear, luck);
}

/** Says something only where all labels are protected and there is a clean run to hold it against. */
function commonSentence({ right, chance, tests, only }: Figures): string | null {
  const { clean, protected: after, common } = right;
  if (only !== null || clean === undefined || common === undefined) return null;
  const grade = after === undefined ? 'none' : gradeOf(clean, after, chance, tests);
  // Without protection that held there is nothing to explain.
  if (grade === 'none' || grade === 'unlearnt') {
    return text('lab.verdict.common.plain', { common: percent(common) });
  }
  const well = clean - common < clear || common - chance > (2 * (clean - chance)) / 3;
  return text(well ? 'lab.verdict.common.well' : 'lab.verdict.common.badly', { common: percent(common) });
}

/** What is said when the last run of an experiment has ended. */
export function endOf(s: LabState, series: Series): string {
  const runs = runsOf(s, series.id);
  const figures = figuresOf(series, runs);
  const verdict = figures && verdictOf(figures);
  if (verdict !== null) return text('lab.ended', { verdict });
  const last = runs.at(-1);
  return last ? text('lab.endedBadly', { state: stateText(last, s.machine) }) : '';
}
