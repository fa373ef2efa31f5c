import { expect, test } from 'vitest';
import { initialState } from '../../../../src/state/initial.ts';
import { defaultPreferences } from '../../../../src/state/preferences/preferences.ts';
import { volumes } from '../../../../src/state/queries/archive.ts';
import { counts, leftOutPhotos } from '../../../../src/state/queries/counts.ts';
import { warnings } from '../../../../src/state/queries/warnings.ts';
import { readSnapshot } from '../../../../src/state/resume/schemas.ts';
import { snapshotOf, stateOf } from '../../../../src/state/resume/snapshot.ts';
import { until } from '../../../fixtures/until.ts';
import { found } from '../fakeServices.ts';
import { Visit } from '../visit.ts';

/** Three photos of two labels, with a key. */
async function visit() {
  const one = new Visit();
  await one.give([found('cats/a.jpg'), found('cats/b.jpg'), found('dogs/c.jpg')]);
  await one.key('a key to leave photos out with');
  const [a = '', b = '', c = ''] = one.state.arrangement.order;
  return { one, a, b, c };
}

const inZip = (one: Visit) => volumes(one.state).flatMap(({ entries }) => entries.map(({ path }) => path));
const inReceipt = async (one: Visit) => (await one.receipt()).files.map(({ path }) => path);

test('a photo that is left out is in neither run, zip nor receipt, and moves no other', async () => {
  const { one, b } = await visit();
  one.actions.setOutput({ plainNames: true });
  one.actions.choose([b], 'left-out');
  await one.actions.protect();
  expect(one.jobs.map(({ file }) => (file as File).name)).toEqual(['a.jpg', 'c.jpg']);
  expect(one.statuses()).toEqual({
    'cats/a.jpg': 'protected',
    'cats/b.jpg': 'left-out',
    'dogs/c.jpg': 'protected',
  });
  expect(counts(one.state)).toMatchObject({ labelled: 3, protected: 2, leftOut: 1, pending: 0 });
  expect(leftOutPhotos(one.state)).toEqual([b]);
  expect(inZip(one)).toEqual(['cats/0001.jpg', 'dogs/0001.jpg']);
  expect(await inReceipt(one)).toEqual(inZip(one));

  one.actions.choose([b], null);
  await one.actions.protect();
  expect(inZip(one)).toEqual(['cats/0001.jpg', 'cats/0002.jpg', 'dogs/0001.jpg']);
  expect(await inReceipt(one)).toEqual(inZip(one));
});

test('what is protected already goes from zip and receipt, comes back as it was, and both count as unsaved', async () => {
  const { one, a } = await visit();
  await one.actions.protect();
  await one.actions.saveReceipt();
  expect(one.state.receiptSaved).toBe(true);
  one.actions.choose([a], 'left-out');
  expect(one.state.receiptSaved).toBe(false);
  expect(inZip(one)).toEqual(['cats/b.jpg', 'dogs/c.jpg']);
  expect(await inReceipt(one)).toEqual(inZip(one));
  one.actions.undo();
  expect(one.statuses()['cats/a.jpg']).toBe('protected');
  one.actions.redo();
  expect(one.statuses()['cats/a.jpg']).toBe('left-out');
  one.actions.choose([a], null);
  expect(counts(one.state)).toMatchObject({ protected: 3, pending: 0, outdated: 0 });
});

test('one that is left out while it is being worked on is in no zip', async () => {
  const { one, a } = await visit();
  const run = one.actions.protect();
  await until(() => expect(one.jobs.length).toBeGreaterThan(0));
  one.actions.choose([a], 'left-out');
  await run;
  expect(inZip(one)).toEqual(['cats/b.jpg', 'dogs/c.jpg']);
});

test('it outlives the page, and snapshots from before it are read', async () => {
  const { one, b } = await visit();
  one.actions.choose([b], 'left-out');
  const kept = snapshotOf(one.state, []);
  const empty = initialState('other', defaultPreferences);
  const back = (content: unknown) => {
    const snapshot = readSnapshot(content);
    return snapshot && stateOf(snapshot, empty, new Map()).arrangement?.own;
  };
  expect(back(structuredClone(kept))).toEqual(new Map([[b, 'left-out']]));
  const { own: _, ...older } = kept;
  expect(back(older)).toEqual(new Map());
  one.actions.removePhotos([b]);
  expect(one.state.arrangement.own.size).toBe(0);
});

test('a label counts what it protects: what is left out makes it smaller', async () => {
  const { one, b, c } = await visit();
  const small = () =>
    warnings(one.state).flatMap(warning =>
      warning.kind === 'small-label' ? [[warning.label.name, warning.count]] : [],
    );
  one.actions.choose([b, c], 'left-out');
  expect(small()).toEqual([['cats', 1]]);
});
