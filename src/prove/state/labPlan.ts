import { castPresets, type MethodSettings } from '../../core/settings.ts';
import type { Experiment, Regime, RunResult } from '../core/experiment.ts';
import { type TableColumn, tableColumns, tableEpochs, tableRegimes } from '../core/labTable.ts';
import { regimeDefaults } from '../core/regimes.ts';
import { defaultSetup, kindsOf, type LabSetup, type MadeOf } from './labModel.ts';

/** Which runs a press on a button asks for. */

/** Runs on the same pictures. */
export interface RunGroup {
  /** Of the table; null for runs that belong to none. */
  readonly column: TableColumn | null;
  /** Null: as chosen on the page. */
  readonly settings: MethodSettings | null;
  readonly experiments: readonly Experiment[];
  /** Runs that an earlier session finished, and the pictures that they were made of. */
  readonly done: readonly { readonly experiment: Experiment; readonly result: RunResult }[];
  readonly made: MadeOf | null;
}

/** The seeds of `repeats` runs: the one chosen, or 1 to so many. */
function seedsOf(chosen: string, repeats: number): readonly string[] {
  return repeats === 1 ? [chosen] : Array.from({ length: repeats }, (_, i) => String(i + 1));
}

/** Clean, protected and, where asked for, common, each with every seed. */
export function usualGroup(setup: LabSetup): RunGroup {
  const experiments = seedsOf(setup.experiment.seed, setup.repeats).flatMap(seed =>
    kindsOf(setup).map(training => ({ ...setup.experiment, training, seed })),
  );
  return { column: null, settings: null, experiments, done: [], made: null };
}

/**
 * The table's cells, column by column. Its runs are as the setup says, but for regime and protection, and shorter than
 * usual unless another length was chosen.
 */
export function tableGroups(
  setup: LabSetup,
  regimes: readonly Regime[] = tableRegimes.map(kind => regimeDefaults[kind]),
  columns: readonly TableColumn[] = tableColumns,
): readonly RunGroup[] {
  const { experiment, repeats } = setup;
  const usual = experiment.epochs === defaultSetup.experiment.epochs;
  const epochs = usual ? tableEpochs : experiment.epochs;
  return columns.map(column => ({
    column,
    settings: column === 'clean' ? castPresets.standard : castPresets[column],
    experiments: regimes.flatMap(regime =>
      seedsOf(experiment.seed, repeats).map(
        (seed): Experiment => ({
          ...experiment,
          regime,
          seed,
          epochs,
          share: 1,
          onlyLabels: null,
          training: column === 'clean' ? 'clean' : 'protected',
        }),
      ),
    ),
    done: [],
    made: null,
  }));
}
