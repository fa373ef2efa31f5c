import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Cells, cellsFile } from '../../../../cli/lab/cells.ts';
import { defaultPictures } from '../../../../src/prove/core/experiment.ts';
import { defaultSetup, type MadeOf } from '../../../../src/prove/state/labModel.ts';
import { tableGroups } from '../../../../src/prove/state/labPlan.ts';
import { resultWith } from '../../prove/labBench.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyveil-cells-'));
  mkdirSync(join(folder, 'photos', 'a'), { recursive: true });
  writeFileSync(join(folder, 'photos', 'a', '1.jpg'), 'one');
});
afterEach(() => rmSync(folder, { recursive: true }));

const made: MadeOf = {
  counts: { labels: ['a', 'b'], train: [8, 8], test: [10, 10] },
  hashes: { clean: 'a'.repeat(64), protected: 'b'.repeat(64), test: 'c'.repeat(64) },
  ...{ left: [], beyondMemory: 0, failed: 0 },
};

const open = () => new Cells(join(folder, 'out'), join(folder, 'photos'));
const [, light, standard] = tableGroups(defaultSetup);

test('a table goes on with what is left, and knows what was done', () => {
  if (!light || !standard) throw new Error('No columns.');
  const [first, ...others] = light.experiments;
  if (!first) throw new Error('No runs.');
  expect(open().resumed(light, defaultPictures)).toEqual(light);
  open().add(light, defaultPictures, { experiment: first, result: resultWith(12) }, made);
  const resumed = open().resumed(light, defaultPictures);
  expect(resumed.experiments).toEqual(others);
  expect(resumed.done).toEqual([{ experiment: first, result: resultWith(12) }]);
  expect(resumed.made).toEqual(made);
  // Of another column, other pictures or other photos nothing is done yet.
  expect(open().resumed(standard, defaultPictures).done).toEqual([]);
  expect(open().resumed(light, { ...defaultPictures, side: 64 }).done).toEqual([]);
  writeFileSync(join(folder, 'photos', 'a', '2.jpg'), 'two');
  expect(open().resumed(light, defaultPictures).done).toEqual([]);
});

test('a line that was cut off counts as none, and takes none with it', () => {
  if (!light?.experiments[0]) throw new Error('No runs.');
  open().add(light, defaultPictures, { experiment: light.experiments[0], result: resultWith(12) }, made);
  appendFileSync(join(folder, 'out', cellsFile), '{"of":"');
  expect(open().resumed(light, defaultPictures).done).toHaveLength(1);
});
