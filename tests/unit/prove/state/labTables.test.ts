import { beforeEach, expect, test } from 'vitest';
import { castPresets } from '../../../../src/core/settings.ts';
import { tableEpochs, tableRegimes } from '../../../../src/prove/core/labTable.ts';
import { defaultSetup } from '../../../../src/prove/state/labModel.ts';
import { tableGroups } from '../../../../src/prove/state/labPlan.ts';
import { tableOfRuns } from '../../../../src/prove/state/labTables.ts';
import { until } from '../../../fixtures/until.ts';
import { type LabBench, labBench, resultWith, setOf } from '../labBench.ts';

let b: LabBench;
const source = setOf(['cats', 'dogs'], 10);
const trained = (right: number) => ({ kind: 'trained', result: resultWith(right) }) as const;
const state = () => b.lab.store.getState();
/** All that went on has come to its end. */
const allEnded = () =>
  until(() => expect(state().runs.every(run => ['done', 'stopped'].includes(run.state.kind))).toBe(true));
const done = () => state().runs.filter(run => run.state.kind === 'done');

beforeEach(async () => {
  b = labBench();
  await b.key('secret words');
});

test('repeats differ in their seeds and in nothing else', async () => {
  b.lab.change({ repeats: 3 });
  b.lab.train(source);
  expect(state().runs.map(({ experiment: { training, seed } }) => `${training} ${seed}`)).toEqual([
    ...['clean 1', 'protected 1', 'clean 2', 'protected 2', 'clean 3', 'protected 3'],
  ]);
  const [first, , other] = state().runs;
  expect({ ...other?.experiment, seed: '1' }).toEqual(first?.experiment);
  expect(state().series).toHaveLength(1);
});

test('the table has a column for clean photos and each preset, and a row for each usual regime', () => {
  const groups = tableGroups({ ...defaultSetup, repeats: 2 });
  expect(groups.map(({ column }) => column)).toEqual(['clean', 'light', 'standard', 'strong']);
  expect(groups.slice(1).map(({ settings }) => settings)).toEqual(Object.values(castPresets));
  for (const { column, experiments } of groups) {
    expect(experiments).toHaveLength(2 * tableRegimes.length);
    for (const { training, epochs } of experiments) {
      expect([training, epochs]).toEqual([column === 'clean' ? 'clean' : 'protected', tableEpochs]);
    }
  }
  const longer = { ...defaultSetup, experiment: { ...defaultSetup.experiment, epochs: 50 } };
  expect(tableGroups(longer)[0]?.experiments[0]?.epochs).toBe(50);
});

test('a table that was stopped goes on with what is left, and keeps what was done', async () => {
  expect(b.lab.trainTable(source)).toBe(true);
  await until(() => expect(b.busy()).toHaveLength(2));
  // Columns are made of other pictures: each task has its preset.
  expect(b.tasks[0]?.settings).toEqual(castPresets.standard);
  b.busy()[0]?.at?.end(trained(16));
  await until(() => expect(done()).toHaveLength(1));
  const [kept] = done();
  b.lab.stopAll();
  for (const lane of b.busy()) lane.at?.end({ kind: 'stopped' });
  await allEnded();

  expect(b.lab.trainTable(source)).toBe(true);
  expect(state().series.map(({ table }) => table?.column)).toEqual(['clean', 'light', 'standard', 'strong']);
  expect(state().runs).toHaveLength(4 * tableRegimes.length);
  expect(done().map(({ experiment }) => experiment)).toEqual([kept?.experiment]);
  expect(tableOfRuns(state()).rows[0]?.entries.clean).toMatchObject({ mean: 0.8, tests: 20 });
  await until(() => expect(b.busy()).toHaveLength(2));
  expect(b.busy().map(lane => lane.at?.experiment)).not.toContainEqual(kept?.experiment);
});

test('with other pictures a table begins anew', async () => {
  b.lab.trainTable(source);
  await until(() => expect(b.busy()).toHaveLength(2));
  b.busy()[0]?.at?.end(trained(16));
  await until(() => expect(done()).toHaveLength(1));
  b.lab.stopAll();
  for (const lane of b.busy()) lane.at?.end({ kind: 'stopped' });
  await allEnded();
  b.lab.change({ pictures: { ...defaultSetup.pictures, side: 64 } });
  b.lab.trainTable(source);
  expect(state().series).toHaveLength(8);
  expect(state().runs).toHaveLength(8 * tableRegimes.length);
});
