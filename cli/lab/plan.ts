import type { Regime } from '../../src/prove/core/experiment.ts';
import { type TableColumn, tableColumns } from '../../src/prove/core/labTable.ts';
import type { LabSetup } from '../../src/prove/state/labModel.ts';
import { type RunGroup, tableGroups, usualGroup } from '../../src/prove/state/labPlan.ts';
import { refuse } from '../terminal/refusal.ts';

/** The runs that were asked for: of a table, or clean against protected. No rows or columns: the usual ones. */
export function groupsWanted(
  setup: LabSetup,
  table: boolean,
  rows: readonly Regime[],
  columns: readonly TableColumn[],
): readonly RunGroup[] {
  if (!table) return [usualGroup(setup)];
  return tableGroups(setup, rows.length > 0 ? rows : undefined, columns.length > 0 ? columns : undefined);
}

/** @throws Refusal for a column that there is not */
export function columnsOf(given: readonly string[]): readonly TableColumn[] {
  return given.map(
    name =>
      tableColumns.find(column => column === name) ??
      refuse(`--column is ${name}; it takes ${tableColumns.join(', ')}.`),
  );
}
