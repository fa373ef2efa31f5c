import { readFileSync } from 'node:fs';
import { accuracy } from '../../src/prove/core/confusion.ts';
import { type LabReport, readReport } from '../../src/prove/core/labReport.ts';
import { type Agreement, type Repeated, repeatedRuns } from '../../src/prove/core/repeated.ts';
import type { RunGroup } from '../../src/prove/state/labPlan.ts';
import { refuse } from '../terminal/refusal.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { regimeName } from './printTable.ts';
import { percent, trainingNames } from './words.ts';

/** A report that is to be repeated. @throws Refusal where it cannot */
export function readReported(path: string): LabReport {
  const read = readReport(textOf(path));
  if (read.kind === 'read') return read.value;
  return refuse(
    read.reason === 'damaged'
      ? `${path} cannot be repeated: ${read.at} is missing or wrong. Reports written before this version lack it.`
      : `${path} is no report of the lab, or one of a newer version.`,
  );
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return refuse(`${path} cannot be read.`);
  }
}

/** The runs of a report that came to their end, to be done again. */
export function groupsOf({ runs }: LabReport): readonly RunGroup[] {
  const byGroup = new Map<string, RunGroup>();
  for (const { experiment, settings, column, end } of runs) {
    if (end.kind !== 'trained') continue;
    const key = JSON.stringify([settings, column]);
    const group = byGroup.get(key) ?? { column, settings, experiments: [], done: [], made: null };
    byGroup.set(key, { ...group, experiments: [...group.experiments, experiment] });
  }
  return [...byGroup.values()];
}

const words: Readonly<Record<Agreement, string>> = {
  same: 'the same, answer by answer',
  within: 'alike: each lies in the other’s interval',
  other: 'OTHER',
  'not-ended': 'did not end',
};

/** Says whether the repetition came to the same. Gives whether it did. */
export function printRepeated(report: LabReport, again: LabReport, terminal: Terminal): boolean {
  const all = repeatedRuns(report, again).filter(({ run }) => run.end.kind === 'trained');
  terminal.print(table(['run', 'then', 'now', 'pictures', 'so'], all.map(rowOf)));
  const counts = (agreement: Agreement) => all.filter(one => one.agreement === agreement).length;
  const [same, within] = [counts('same'), counts('within')];
  const bad = all.length - same - within;
  const pictures = all.filter(({ samePictures }) => !samePictures).length;
  if (pictures > 0)
    terminal.print(
      `\n${pictures} of ${all.length} runs were made of other pictures: photos, key or dataset name differ.`,
    );
  terminal.print(
    bad > 0
      ? `\nIt did not come to the same: ${bad} of ${all.length} runs differ.`
      : same === all.length
        ? `\nIt came to the same: ${same} of ${all.length} runs, answer by answer.`
        : `\nIt came to the same within its intervals: ${same} of ${all.length} runs answer by answer, ${within} by accuracy.`,
  );
  if (report.commit !== again.commit)
    terminal.print(`Then at commit ${report.commit ?? 'unknown'}, now at ${again.commit ?? 'unknown'}.`);
  return bad === 0;
}

function rowOf({ run, again, agreement, samePictures }: Repeated): readonly string[] {
  const right = (one: Repeated['again']) =>
    one?.end.kind === 'trained' ? percent(accuracy(one.end.result.clean)) : '–';
  const { experiment, column } = run;
  return [
    `${column ?? trainingNames[experiment.training]}, ${regimeName(experiment.regime)}, seed ${experiment.seed}`,
    right(run),
    right(again),
    samePictures ? 'the same' : 'others',
    words[agreement],
  ];
}
