import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { levelQuestions } from '../../../../src/core/labels/labelLevels.ts';
import { createContext } from '../../../../src/state/createContext.ts';
import { initialState } from '../../../../src/state/initial.ts';
import { addPhotos } from '../../../../src/state/labels/arrangement.ts';
import { labelActions } from '../../../../src/state/labels/labelActions.ts';
import { questionActions } from '../../../../src/state/labels/questionActions.ts';
import type { LabelQuestion } from '../../../../src/state/model/labels.ts';
import { defaultPreferences } from '../../../../src/state/preferences/preferences.ts';
import { labelQuestion } from '../../../../src/state/queries/labelQuestion.ts';
import { fakeServices } from '../fakeServices.ts';

/** A page with these photos, the path of each its id, under the labels given, and questions about them. */
function page(labelled: Readonly<Record<string, string>>, questions: readonly LabelQuestion[]) {
  const store = createStore(() => initialState('set', defaultPreferences));
  const context = createContext(store, fakeServices());
  const arrivals = Object.entries(labelled).map(([id, labelName]) => ({ id, labelName }));
  const photos = arrivals.map(({ id }) => ({
    id,
    file: null,
    origin: { kind: 'given' } as const,
    path: id,
    name: id,
    bytes: 1,
    type: 'image/jpeg' as const,
    width: 1,
    height: 1,
  }));
  const { arrangement } = store.getState();
  store.setState({
    photos: new Map(photos.map(photo => [photo.id, photo])),
    arrangement: addPhotos(arrangement, arrivals, () => context.newId('label-')),
    labelQuestions: questions,
  });
  const labels = () => {
    const { labels: all, labelOf, order } = store.getState().arrangement;
    return order.map(id => all.find(label => label.id === labelOf.get(id))?.name ?? null);
  };
  const names = () => store.getState().arrangement.labels.map(({ name }) => name);
  return { store, labels, names, ...questionActions(context), ...labelActions(context) };
}

const years = ['Mia/2023/a', 'Mia/2024/b', 'Tom/2023/c'];

function yearsAsked(): Extract<LabelQuestion, { kind: 'level' }> {
  const [asked] = levelQuestions(years);
  if (!asked) throw new Error('nothing is asked');
  return { kind: 'level', photos: years, choices: asked.choices, level: asked.guess };
}

describe('which folder is the label', () => {
  const people = { 'Mia/2023/a': 'Mia', 'Mia/2024/b': 'Mia', 'Tom/2023/c': 'Tom' };

  it('gives the photos the names of the level that was chosen, in one step of undo', () => {
    const question = yearsAsked();
    const { store, labels, names, chooseLevel, undo } = page(people, [question]);
    expect(labelQuestion(store.getState())).toMatchObject({ first: { kind: 'level' }, more: 0 });
    chooseLevel(question, 0);
    expect(labels()).toEqual(['2023', '2024', '2023']);
    // Labels of which nothing is left are gone.
    expect(names().sort()).toEqual(['2023', '2024']);
    expect(labelQuestion(store.getState())).toBeNull();
    undo();
    expect(labels()).toEqual(['Mia', 'Mia', 'Tom']);
  });

  it('leaves alone what somebody labelled by hand meanwhile', () => {
    const question = yearsAsked();
    const { labels, chooseLevel, assignByName } = page(people, [question]);
    assignByName(['Mia/2024/b'], 'Ben');
    chooseLevel(question, 'both');
    expect(labels()).toEqual(['Mia 2023', 'Ben', 'Tom 2023']);
  });
});

describe('the same photos under two labels', () => {
  const both = { a: 'Mia', b: 'Tom', c: 'Mia', d: 'Tom' };
  const question: LabelQuestion = {
    kind: 'twins',
    copies: [
      ['a', 'b'],
      ['d', 'c'],
    ],
  };

  it('are told label by label, and one copy of each goes', () => {
    const { store, takeOutTwins } = page(both, [question]);
    const asked = labelQuestion(store.getState());
    expect(asked?.first).toMatchObject({
      labels: [{ name: 'Mia' }, { name: 'Tom' }],
      inFirst: ['a', 'c'],
      inSecond: ['b', 'd'],
    });
    takeOutTwins(question, ['b', 'd']);
    expect(store.getState().arrangement.order).toEqual(['a', 'c']);
    expect(labelQuestion(store.getState())).toBeNull();
  });

  it('are no question any more once they lie together, or are gone', () => {
    const { store, assignByName, removePhotos } = page(both, [question]);
    assignByName(['b'], 'Mia');
    expect(labelQuestion(store.getState())?.first).toMatchObject({ inFirst: ['d'], inSecond: ['c'] });
    removePhotos(['c']);
    expect(labelQuestion(store.getState())).toBeNull();
  });

  it('may stay, and the next question is asked', () => {
    const { store, leaveLabels } = page(both, [question, { kind: 'twins', copies: [['a', 'd']] }]);
    expect(labelQuestion(store.getState())?.more).toBe(1);
    leaveLabels(question);
    expect(labelQuestion(store.getState())).toMatchObject({ first: { inFirst: ['a'] }, more: 0 });
  });
});

describe('names that cannot be seen', () => {
  it('are no labels', () => {
    const { addLabel, renameLabel, store, labels } = page({ a: 'Mia', b: '\u200b' }, []);
    expect(labels()).toEqual(['Mia', null]);
    expect(addLabel('\u3164')).toEqual({ kind: 'refused', reason: 'unseen' });
    const [mia] = store.getState().arrangement.labels;
    expect(renameLabel(mia?.id ?? '', '\u200b')).toEqual({ kind: 'refused', reason: 'unseen' });
  });
});
