import { version } from '../../../package.json';
import { cleanSegment } from '../../core/archive/names.ts';
import { builtCommit } from '../../core/builtCommit.ts';
import type { LabReport, RunEnd } from '../core/labReport.ts';
import { writeReport } from '../core/labReport.ts';
import { epochsCsv, runsCsv } from '../core/labReportCsv.ts';
import type { LabRun, RunState, Series } from './labModel.ts';
import { hasEnded } from './labQueue.ts';
import { reportHtml } from './labReportHtml.ts';

/** A report as files. Fetched when one is saved. */

export const reportKinds = ['html', 'csv', 'epochs', 'json'] as const;

export type ReportKind = (typeof reportKinds)[number];

/** When and where a report is written. */
export interface ReportOrigin {
  /** Milliseconds since 1970. */
  readonly when: number;
  /** Browser, system and processor, for people. */
  readonly machine: string;
  /** Of the sources; null where that is not known. */
  readonly commit: string | null;
}

/**
 * What experiments were and what came of their runs that ended; null before any did, and before pictures were made.
 *
 * @param series one, or the columns of a table
 */
export function reportOf(
  series: readonly Series[],
  runs: readonly LabRun[],
  { when, machine, commit }: ReportOrigin,
): LabReport | null {
  const ended = series.flatMap(({ id, made, basis, table }) =>
    made === null
      ? []
      : runs.filter(run => run.series === id && hasEnded(run)).map(run => ({ run, made, basis, table })),
  );
  const [first] = ended;
  const [shared] = series;
  if (!first || !shared) return null;
  const reported = ended.map(({ run, made, basis, table }) => ({
    experiment: run.experiment,
    settings: basis.settings,
    hashes: made.hashes,
    column: table?.column ?? null,
    end: endOf(run.state, run),
  }));
  return {
    when: new Date(when).toISOString(),
    app: version,
    machine,
    commit,
    dataset: shared.basis.dataset,
    backend:
      ended.flatMap(({ run: { state } }) => (state.kind === 'done' ? [state.result.backend] : []))[0] ?? null,
    counts: first.made.counts,
    pictures: shared.pictures,
    settings: first.basis.settings,
    runs: reported,
  };
}

/** Now, in this browser, by the sources that this page was built of. */
export function originHere(browser: Pick<Navigator, 'userAgent' | 'hardwareConcurrency'>): ReportOrigin {
  return { when: Date.now(), machine: machineText(browser), commit: builtCommit() };
}

/** What a browser tells of itself and of the machine that it is on. */
function machineText(browser: Pick<Navigator, 'userAgent' | 'hardwareConcurrency'>): string {
  return `${browser.userAgent}; ${browser.hardwareConcurrency ?? 1} cores`;
}

function endOf(state: RunState, { history }: LabRun): RunEnd {
  if (state.kind === 'done') return { kind: 'trained', result: state.result };
  if (state.kind !== 'failed') return { kind: 'stopped', history };
  const { failure } = state;
  return failure.why === 'diverged'
    ? { kind: 'diverged', epoch: failure.epoch, history }
    : { kind: 'failed', history };
}

/** The file that a report is saved as. Named after the dataset, so that it lies beside its archive. */
export function reportFile(
  report: LabReport,
  kind: ReportKind,
  dataset: string,
): { readonly name: string; readonly blob: Blob } {
  const name = `${cleanSegment(dataset)}.lab`;
  switch (kind) {
    case 'html':
      return { name: `${name}.html`, blob: new Blob([reportHtml(report)], { type: 'text/html' }) };
    case 'csv':
      return { name: `${name}.csv`, blob: new Blob([runsCsv(report)], { type: 'text/csv' }) };
    case 'epochs':
      return { name: `${name}.epochs.csv`, blob: new Blob([epochsCsv(report)], { type: 'text/csv' }) };
    case 'json':
      return { name: `${name}.json`, blob: new Blob([writeReport(report)], { type: 'application/json' }) };
  }
}
