import { accuracy } from '../../../core/confusion.ts';
import type { TrainingKind } from '../../../core/experiment.ts';
import { text } from '../../../locales/text.ts';
import type { LabState, Series } from '../../../state/labModel.ts';
import { runsOf } from '../../../state/labQueue.ts';
import { percent, stateText } from './words.ts';

/** From here on a model learnt something, against chance; and one is clearly worse than another. In per cent points. */
const clear = 0.1;

/** On clean test photos, 0 to 1, of the runs that ended well. */
export type Accuracies = Partial<Readonly<Record<TrainingKind, number>>>;

export function accuraciesOf(s: Pick<LabState, 'runs'>, series: number): Accuracies {
  const pairs = runsOf(s, series).flatMap(({ experiment, state }) =>
    state.kind === 'done' ? [[experiment.training, accuracy(state.result.clean)] as const] : [],
  );
  return Object.fromEntries(pairs);
}

/** How often always saying the commonest label is right on the test photos, 0 to 1; null before they are known. */
export function chanceOfSeries({ made }: Series): number | null {
  if (!made) return null;
  const { test } = made.counts;
  const total = test.reduce((sum, n) => sum + n, 0);
  return total === 0 ? null : Math.max(...test) / total;
}

/** What an experiment came to, in a sentence or two; null while no run has ended well. */
export function verdictOf(given: Accuracies, chance: number): string | null {
  const sentences = [mainSentence(given, chance), commonSentence(given, chance)];
  const said = sentences.filter(sentence => sentence !== null);
  return said.length === 0 ? null : said.join(' ');
}

function mainSentence(given: Accuracies, chance: number): string | null {
  const { clean, protected: after } = given;
  if (clean === undefined || after === undefined) return loneSentence(given, chance);
  const numbers = { clean: percent(clean), protected: percent(after), chance: percent(chance) };
  return text(`lab.verdict.${gradeOf(clean, after, chance)}`, numbers);
}

/** How far protection went: of what a model can learn beyond chance, more than two thirds gone, part, or next to nothing. */
export function gradeOf(
  clean: number,
  after: number,
  chance: number,
): 'strong' | 'part' | 'none' | 'unlearnt' {
  if (clean - chance < clear) return 'unlearnt';
  if (clean - after < clear / 2) return 'none';
  return after - chance <= (clean - chance) / 3 ? 'strong' : 'part';
}

function loneSentence(given: Accuracies, chance: number): string | null {
  for (const kind of ['protected', 'clean', 'common'] as const) {
    const value = given[kind];
    if (value === undefined) continue;
    return text(`lab.verdict.one.${kind}`, { value: percent(value), chance: percent(chance) });
  }
  return null;
}

/** Says something only where there is a clean run to hold it against. */
function commonSentence({ clean, common }: Accuracies, chance: number): string | null {
  if (clean === undefined || common === undefined || clean - chance < clear) return null;
  const well = clean - common < clear || common - chance > (2 * (clean - chance)) / 3;
  return text(well ? 'lab.verdict.common.well' : 'lab.verdict.common.badly', { common: percent(common) });
}

/** What is said when the last run of an experiment has ended. */
export function endOf(s: LabState, series: Series): string {
  const chance = chanceOfSeries(series);
  const verdict = chance === null ? null : verdictOf(accuraciesOf(s, series.id), chance);
  if (verdict !== null) return text('lab.ended', { verdict });
  const last = runsOf(s, series.id).at(-1);
  return last ? text('lab.endedBadly', { state: stateText(last, s.machine) }) : '';
}
