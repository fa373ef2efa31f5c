import { accuracy, chance, recall, saidNext } from './confusion.ts';
import type { Answers, Regime } from './experiment.ts';
import { historyOf, type LabReport, type ReportedRun, veilSizeOf } from './labReport.ts';
import { entryOf } from './labTable.ts';

/**
 * The report as tables for spreadsheets and scripts: one with a row a run, one with a row an epoch. Comma-separated
 * values as in RFC 4180. Parts are from 0 to 1; a cell is empty where there is nothing to say.
 */

type Cell = string | number | null;

/** One row a run, its settings and what came of it; columns of recall by label at the end. */
export function runsCsv(report: LabReport): string {
  const heads = report.counts.labels.map(label => `recall of ${label}`);
  return table(
    [...runHeads, ...heads],
    report.runs.map((run, i) => runRow(report, run, i + 1)),
  );
}

const runHeads = [
  ...['run', 'training', 'outcome', 'accuracy on clean photos', 'chance'],
  ...['accuracy under own filter', 'accuracy under the next label’s filter', 'called by the next label'],
  ...['last loss', 'last training accuracy', 'epochs done', 'seconds', 'backend', 'weights'],
  ...['model', 'regime', 'regime numbers', 'share protected', 'only labels'],
  ...['epochs', 'batch', 'learning rate', 'seed'],
  ...['side', 'protected at', 'hold-out', 'most of a label', 'deal seed'],
  ...['method', 'strength', 'veil size', 'kernel size', 'cast level'],
  ...['labels', 'training photos', 'test photos', 'lowest', 'highest', 'column'],
  ...['when', 'version', 'commit', 'clean pictures', 'protected pictures', 'test pictures'],
];

function runRow(
  report: LabReport,
  { experiment, settings, hashes, column, end }: ReportedRun,
  run: number,
): readonly Cell[] {
  const { pictures, counts } = report;
  const result = end.kind === 'trained' ? end.result : null;
  const last = historyOf(end).at(-1);
  const sum = (list: readonly number[]) => list.reduce((total, n) => total + n, 0);
  return [
    ...[run, experiment.training, end.kind],
    ...(result ? [accuracy(result.clean), chance(result.clean)] : [null, null]),
    ...(result ? [accuracy(result.own), accuracy(result.other), saidNext(result.other)] : [null, null, null]),
    ...[last?.loss ?? null, last?.trainAccuracy ?? null, historyOf(end).length],
    ...[result?.seconds ?? null, result?.backend ?? null, result?.parameters ?? null],
    ...[experiment.model, experiment.regime.kind, numbersOf(experiment.regime)],
    ...[experiment.share, experiment.onlyLabels?.join('; ') ?? null],
    ...[experiment.epochs, experiment.batch, experiment.learningRate, experiment.seed],
    ...[pictures.side, pictures.protectedAt, pictures.holdOut, pictures.mostOfLabel, pictures.seed],
    ...[settings.method, settings.strength],
    veilSizeOf({ pictures, settings }),
    settings.method === 'cuda' ? settings.kernelSize : null,
    settings.method === 'cast' ? settings.castLevel : null,
    ...[counts.labels.length, sum(counts.train), sum(counts.test)],
    ...(result ? intervalOf(result.clean) : [null, null]),
    column,
    ...[report.when, report.app, report.commit, hashes.clean, hashes.protected, hashes.test],
    ...(result ? recall(result.clean) : counts.labels.map(() => null)),
  ];
}

/** Of the accuracy on clean photos, 95 per cent. */
function intervalOf(answers: Answers): readonly [low: number, high: number] {
  const entry = entryOf([answers]);
  return [entry?.low ?? 0, entry?.high ?? 1];
}

/** `alpha=1`, more of them with a blank between. `write` says how numbers are written. */
export function numbersOf(regime: Regime, write: (value: number) => string = String): string {
  return Object.entries(regime)
    .filter(([name]) => name !== 'kind')
    .map(([name, value]) => `${name}=${typeof value === 'number' ? write(value) : value}`)
    .join(' ');
}

/** One row an epoch; `run` is that of {@link runsCsv}. */
export function epochsCsv({ runs }: LabReport): string {
  const heads = [
    'run',
    'training',
    'epoch',
    'loss',
    'training accuracy',
    'accuracy on clean photos',
    'seconds',
  ];
  const rows = runs.flatMap(({ experiment, end }, i) =>
    historyOf(end).map(({ epoch, loss, trainAccuracy, testAccuracy, seconds }) => [
      ...[i + 1, experiment.training, epoch, loss, trainAccuracy, testAccuracy, seconds],
    ]),
  );
  return table(heads, rows);
}

function table(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [heads, ...rows].map(row => `${row.map(cellText).join(',')}\r\n`).join('');
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  // Spreadsheets take text that begins so for a formula and would compute it; with an apostrophe they do not.
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
