import { accuracy, chance } from '../../src/prove/core/confusion.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { LabOutcome } from './runLab.ts';
import { percent, trainingNames } from './words.ts';

const head = [
  'trained on',
  'clean',
  'under their own filter',
  'under another label’s',
  'training photos',
  'seconds',
];

/** What came of a lab run, as a table and in sentences. */
export function printRuns({ runs, machine, seconds, report }: LabOutcome, terminal: Terminal): void {
  const done = runs.flatMap(({ experiment: { training }, state }) =>
    state.kind === 'done' ? [{ training, ...state.result }] : [],
  );
  const rows = done.map(({ training, clean, own, other, history, seconds: took }) => [
    trainingNames[training],
    ...[clean, own, other].map(answers => percent(accuracy(answers))),
    percent(history.at(-1)?.trainAccuracy ?? 0),
    Math.round(took),
  ]);
  terminal.print('Right on photos that were never trained on:\n');
  terminal.print(table(head, rows));
  const [first] = done;
  if (first) terminal.print(`\nChance: ${percent(chance(first.clean))}.`);
  for (const { experiment, state } of runs) {
    if (state.kind === 'failed')
      terminal.say(`${trainingNames[experiment.training]}: failed, ${JSON.stringify(state.failure)}.`);
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
