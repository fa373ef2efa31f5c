import type { Experiment, Regime } from '../core/experiment.ts';
import { type LabTable, type TableCell, tableOf } from '../core/labTable.ts';
import type { LabBasis, LabRun, LabSetup, Series } from './labModel.ts';
import { isOfNow } from './labPictures.ts';
import type { RunGroup } from './labPlan.ts';
import { hasEnded } from './labQueue.ts';

/** Plain questions about tables: which series and runs are theirs, and what came of them. */

/** The columns of a table with the runs of each. */
export interface TableRuns {
  readonly series: readonly Pick<Series, 'id' | 'table'>[];
  readonly runs: readonly LabRun[];
}

/** What the runs that ended well came to. */
export function tableOfRuns({ series, runs }: TableRuns): LabTable {
  return tableOf(
    runs.flatMap(({ series: of, experiment, state }): TableCell[] => {
      const column = series.find(({ id }) => id === of)?.table?.column;
      if (column === undefined || state.kind !== 'done') return [];
      return [{ column, regime: experiment.regime, answers: state.result.clean }];
    }),
  );
}

/** The rows that a table was asked for, in their order. */
export function regimesOf({ runs }: Pick<TableRuns, 'runs'>): readonly Regime[] {
  return [...new Map(runs.map(({ experiment: { regime } }) => [JSON.stringify(regime), regime])).values()];
}

/** The last table, where it was stopped before its end and what is asked for now is the same; else null. */
export function unfinishedTable(
  series: readonly Series[],
  runs: readonly LabRun[],
  basis: LabBasis,
  setup: LabSetup,
  groups: readonly RunGroup[],
): { readonly series: readonly Series[]; readonly runs: readonly LabRun[] } | null {
  const last = series.findLast(({ table }) => table !== null)?.table?.id;
  const own = series.filter(({ table }) => table !== null && table.id === last);
  const ownRuns = runs.filter(run => own.some(({ id }) => id === run.series));
  const same =
    own.length > 0 &&
    own.every(
      one =>
        isOfNow(one, { ...basis, settings: one.basis.settings }) &&
        JSON.stringify(one.pictures) === JSON.stringify(setup.pictures),
    );
  if (!same || !ownRuns.every(hasEnded)) return null;
  const left = groups.some(group => withDone(group, own, ownRuns).experiments.length > 0);
  return left && ownRuns.some(({ state }) => state.kind === 'done') ? { series: own, runs: ownRuns } : null;
}

/** A column with its runs that are done already set apart from those that are left. */
export function withDone(group: RunGroup, series: readonly Series[], runs: readonly LabRun[]): RunGroup {
  const own = series.find(({ table }) => table?.column === group.column);
  const done = group.experiments.flatMap(experiment => {
    const run = runs.find(one => one.series === own?.id && isSame(one.experiment, experiment));
    return run?.state.kind === 'done' ? [{ experiment, result: run.state.result }] : [];
  });
  const left = group.experiments.filter(one => !done.some(({ experiment }) => isSame(experiment, one)));
  return { ...group, done, experiments: left, made: done.length > 0 ? (own?.made ?? null) : null };
}

function isSame(a: Experiment, b: Experiment): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
