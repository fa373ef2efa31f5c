import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Readings } from '../../../../src/archive/names/zipNames.ts';
import { initialState } from '../../../../src/state/initial.ts';
import { nameQuestions, QuestionDropped } from '../../../../src/state/intake/nameQuestion.ts';
import { defaultPreferences } from '../../../../src/state/preferences/preferences.ts';

const readings: Readings = [{ encoding: 'gbk', examples: ['小猫'] }];

function bench() {
  const store = createStore(() => initialState('set', defaultPreferences));
  const questions = nameQuestions(
    { get: store.getState, set: changes => store.setState(changes) },
    store.subscribe,
  );
  return { store, questions };
}

describe('how names are to be read', () => {
  it('is asked until somebody answers', async () => {
    const { store, questions } = bench();
    const asked = questions.ask('a.zip', readings);
    store.setState({ dataset: 'another' });
    expect(store.getState().nameQuestion).toEqual({ zip: 'a.zip', readings });
    questions.answer('big5');
    expect(await asked).toBe('big5');
    expect(store.getState().nameQuestion).toBeNull();
    // An answer to nothing changes nothing.
    questions.answer('gbk');
    const again = questions.ask('b.zip', readings);
    questions.answer('gbk');
    expect(await again).toBe('gbk');
  });

  it('is dropped with all else, and whoever waits hears of it', async () => {
    const { store, questions } = bench();
    const asked = questions.ask('a.zip', readings);
    store.setState(initialState('set', defaultPreferences));
    await expect(asked).rejects.toBeInstanceOf(QuestionDropped);
  });
});
