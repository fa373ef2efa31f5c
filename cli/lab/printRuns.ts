import { accuracy, chance } from '../../src/prove/core/confusion.ts';
import type { RunResult, TrainingKind } from '../../src/prove/core/experiment.ts';
import { entryOf, fewTests } from '../../src/prove/core/labTable.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { entryText } from './printTable.ts';
import type { LabOutcome } from './runLab.ts';
import { percent, trainingNames } from './words.ts';

const head = [
  'trained on',
  'clean (interval of 95 %)',
  'under their own label’s',
  'under another label’s',
  'training photos',
  'seconds',
];

/** What came of a lab run, as a table and in sentences. */
export function printRuns({ runs, machine, seconds, report }: LabOutcome, terminal: Terminal): void {
  const done = runs.flatMap(({ experiment: { training }, state }) =>
    state.kind === 'done' ? [{ training, result: state.result }] : [],
  );
  const kinds = [...new Set(done.map(({ training }) => training))];
  const rows = kinds.map(kind =>
    rowOf(
      kind,
      done.filter(({ training }) => training === kind).map(({ result }) => result),
    ),
  );
  terminal.print('Right on photos that were never trained on:\n');
  terminal.print(table(head, rows));
  const [first] = done;
  if (first) terminal.print(`\nChance: ${percent(chance(first.result.clean))}.`);
  if (first && first.result.clean.confusion.flat().reduce((sum, count) => sum + count, 0) < fewTests)
    terminal.print(`* fewer than ${fewTests} test photos: little can be told from so few.`);
  printEnd({ runs, machine, seconds, report }, terminal);
}

function rowOf(kind: TrainingKind, results: readonly RunResult[]): readonly (string | number)[] {
  const mean = (of: (result: RunResult) => number) =>
    results.reduce((sum, result) => sum + of(result), 0) / results.length;
  const entry = entryOf(results.map(({ clean }) => clean));
  return [
    trainingNames[kind],
    entry ? entryText(entry) : '–',
    percent(mean(({ own }) => accuracy(own))),
    percent(mean(({ other }) => accuracy(other))),
    percent(mean(({ history }) => history.at(-1)?.trainAccuracy ?? 0)),
    Math.round(results.reduce((sum, result) => sum + result.seconds, 0)),
  ];
}

/** Runs that failed, the machine, and where the report lies. */
export function printEnd(
  { runs, machine, seconds, report }: Pick<LabOutcome, 'runs' | 'machine' | 'seconds' | 'report'>,
  terminal: Terminal,
): void {
  for (const { experiment, state } of runs) {
    if (state.kind === 'failed')
      terminal.say(
        `${trainingNames[experiment.training]}, ${experiment.regime.kind}: failed, ${JSON.stringify(state.failure)}.`,
      );
  }
  const found = machine.kind === 'measured' ? machine.machine : null;
  const trials = found?.trials.map(
    ({ backend, milliseconds }) => `${backend} ${milliseconds?.toFixed(0) ?? '–'} ms`,
  );
  terminal.print(
    `Backend ${found?.backend ?? 'unknown'} (a step: ${trials?.join(', ')}); ${Math.round(seconds)} s in all.`,
  );
  terminal.print(`\nReport: ${report}`);
}
