import { describe, expect, test } from 'vitest';
import { arrival } from '../../../../src/state/queries/arrival.ts';
import { found } from '../fakeServices.ts';
import { Visit } from '../visit.ts';

const folders = ['Trip/Mia/a.jpg', 'Trip/Mia/b.jpg', 'Trip/Tom/c.jpg'].map(path => found(path));
const loose = ['d.jpg', 'e.jpg'].map(path => found(path));

describe('what is in the photos that came', () => {
  test('folders are labels until somebody says that all are one; undo brings them back', async () => {
    const visit = new Visit();
    await visit.give(folders);
    const asked = arrival(visit.state);
    expect(asked).toMatchObject({ kind: 'folders', name: 'Trip' });
    expect(asked?.labels.map(({ name }) => name)).toEqual(['Mia', 'Tom']);
    visit.actions.labelTogether(asked?.ids ?? [], 'Trip');
    expect(visit.labelNames()).toEqual(['Trip']);
    expect(arrival(visit.state)).toBeNull();
    visit.actions.undo();
    expect(visit.labelNames()).toEqual(['Mia', 'Tom']);
  });

  test('whoever sorts them by hand gets them without labels, and is not asked again', async () => {
    const visit = new Visit();
    await visit.give(folders);
    visit.actions.takeLabelsOff(arrival(visit.state)?.ids ?? []);
    expect(visit.labelNames()).toEqual([]);
    expect(Object.values(visit.statuses())).toEqual(['unlabelled', 'unlabelled', 'unlabelled']);
    expect(arrival(visit.state)).toBeNull();
    visit.actions.undo();
    expect(visit.labelNames()).toEqual(['Mia', 'Tom']);
  });

  test('loose photos are asked about until they have a label; other labels stay', async () => {
    const visit = new Visit();
    await visit.give(folders);
    await visit.give(loose);
    const asked = arrival(visit.state);
    expect(asked).toMatchObject({ kind: 'loose' });
    expect(asked?.ids).toHaveLength(2);
    expect(visit.actions.labelTogether(asked?.ids ?? [], ' ')).toMatchObject({ kind: 'refused' });
    expect(arrival(visit.state)).not.toBeNull();
    visit.actions.labelTogether(asked?.ids ?? [], 'Lea');
    expect(visit.labelNames()).toEqual(['Mia', 'Tom', 'Lea']);
    expect(arrival(visit.state)).toBeNull();
  });

  test('one folder alone is no question', async () => {
    const visit = new Visit();
    await visit.give(folders.slice(0, 2));
    expect(arrival(visit.state)).toBeNull();
  });
});

describe('the dataset name', () => {
  test('is proposed after the first folder, with the random end that it had', async () => {
    const visit = new Visit();
    const end = visit.state.dataset.slice(-8);
    await visit.give(folders);
    expect(visit.state.dataset).toBe(`trip-${end}`);
    await visit.give([found('Other/f.jpg')]);
    expect(visit.state.dataset).toBe(`trip-${end}`);
  });

  test('stays what a person called it', async () => {
    const visit = new Visit();
    visit.actions.setDataset('my own');
    await visit.give(folders);
    expect(visit.state.dataset).toBe('my own');
  });

  test('stays what a key was made for', async () => {
    const visit = new Visit();
    const before = visit.state.dataset;
    visit.actions.setPassphrase('some key');
    await visit.give(folders);
    expect(visit.state.dataset).toBe(before);
  });
});
