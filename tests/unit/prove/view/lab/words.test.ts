import '../../../../../src/locales/later.ts';
import { describe, expect, test } from 'vitest';
import type { Loss } from '../../../../../src/core/faults/failure.ts';
import { defaultExperiment } from '../../../../../src/prove/core/experiment.ts';
import type { RunState } from '../../../../../src/prove/state/labModel.ts';
import { type Figures, gradeOf, verdictOf } from '../../../../../src/prove/view/lab/results/labVerdict.ts';
import { meaningOf } from '../../../../../src/prove/view/lab/results/Results.tsx';
import { stateText, timeText } from '../../../../../src/prove/view/lab/words.ts';

/** What the training lab says of figures. */

const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ');
const said = (figures: Partial<Figures>) =>
  plain(verdictOf({ right: {}, chance: 0.1, tests: 200, share: 1, only: null, ...figures }));

describe('the verdict', () => {
  test('says the three figures', () => {
    expect(said({ right: { clean: 0.48, protected: 0.116 } })).toBe(
      'A model trained on your protected photos is right on clean ones 12 % of the time; trained on the clean photos, 48 %; chance is 10 %.',
    );
  });

  test('claims no more than there is', () => {
    expect(gradeOf(0.48, 0.12, 0.1, 200)).toBe('strong');
    expect(gradeOf(0.48, 0.3, 0.1, 200)).toBe('part');
    expect(gradeOf(0.48, 0.45, 0.1, 200)).toBe('none');
    expect(gradeOf(0.48, 0.6, 0.1, 200)).toBe('none');
    // A model that cannot learn from clean photos proves nothing.
    expect(gradeOf(0.19, 0.1, 0.1, 200)).toBe('unlearnt');
    // Nor does one that is right on 5 of 20 photos, or on 7 of 8 where a coin is right on 4.
    expect(gradeOf(0.25, 0.25, 0.1, 20)).toBe('unlearnt');
    expect(gradeOf(0.875, 0.5, 0.5, 8)).toBe('unlearnt');
    expect(gradeOf(1, 0.5, 0.5, 8)).toBe('strong');
    expect(said({ right: { clean: 0.48, protected: 0.3 } })).toMatch(/^Protection took away part only/);
    expect(said({ right: { clean: 0.48, protected: 0.45 } })).toMatch(/^Protection did not hold here/);
    expect(said({ right: { clean: 0.19, protected: 0.1 } })).toMatch(/^This tells nothing yet/);
  });

  test('one run alone is said alone, and none is not', () => {
    expect(said({})).toBeUndefined();
    expect(said({ right: { clean: 0.5 } })).toBe(
      'A model trained on the clean photos is right 50 % of the time; chance is 10 %.',
    );
    expect(said({ right: { protected: 0.2 } })).toContain('right on clean ones 20 %');
  });

  test('the control says whether blur or difference protects', () => {
    expect(said({ right: { clean: 0.48, protected: 0.12, common: 0.45 } })).toContain(
      'it is 45 %: the blur does little',
    );
    expect(said({ right: { clean: 0.48, protected: 0.12, common: 0.2 } })).toContain(
      'it is 20 %: part of the loss comes from the blur itself',
    );
  });

  test('the control explains nothing where there is nothing to explain', () => {
    expect(said({ right: { clean: 0.48, protected: 0.47, common: 0.45 } })).toMatch(
      /With one common filter for all labels it is 45 %\.$/,
    );
  });

  test('a part of the photos, and some labels, are said to be that', () => {
    expect(said({ right: { clean: 0.48, protected: 0.4 }, share: 0.8 })).toContain(
      'Only 80 % of the photos were protected.',
    );
    expect(said({ right: { clean: 0.4, protected: 0.01 }, only: ['cat'] })).toBe(
      'Of clean photos of cat, a model trained with these protected calls 1 % right; trained on clean photos alone, 40 %.',
    );
  });
});

test('what a model goes by', () => {
  const of = (clean: number, own: number, taken: number, tests = 200) =>
    meaningOf({ clean, own, taken, chance: 0.1, tests });
  expect(of(0.12, 0.99, 0.97)).toBe('reads');
  expect(of(0.3, 0.6, 0.2)).toBe('mixed');
  expect(of(0.48, 0.5, 0.1)).toBe('photo');
  expect(of(0.25, 0.2, 0.15, 20)).toBe('unlearnt');
});

test('times are rounded as people say them', () => {
  const times = [0.4, 3, 44, 50, 89, 91, 3300, 3000, 9000, 200_000];
  expect(times.map(timeText)).toEqual([
    'about 1 second',
    'about 3 seconds',
    'about 40 seconds',
    'about 1 minute',
    'about 1 minute',
    'about 2 minutes',
    'about 1 hour',
    'about 50 minutes',
    'about 3 hours',
    'more than a day',
  ]);
});

describe('the state of a run', () => {
  const words = (state: RunState, epochs = 0) =>
    plain(
      stateText(
        {
          id: 1,
          series: 1,
          experiment: { ...defaultExperiment, epochs: 20 },
          state,
          history: Array.from({ length: epochs }, (_, i) => ({
            epoch: i + 1,
            loss: 1,
            trainAccuracy: 0,
            testAccuracy: 0,
            seconds: 1,
          })),
        },
        { kind: 'measuring' },
      ),
    );
  const training = {
    kind: 'training',
    stage: 'training',
    step: 5,
    steps: 10,
    secondsLeft: 125,
    paused: false,
  } as const;

  test('says how far it is', () => {
    expect(words({ kind: 'starting' })).toBe('Measuring how fast this machine trains…');
    expect(words({ kind: 'pictures', done: 3, total: 9 })).toBe('Making pictures: 3 of 9');
    expect(words(training, 2)).toBe('Epoch 3 of 20, about 2 minutes left');
    expect(words({ ...training, paused: true }, 2)).toBe('Paused at epoch 3 of 20');
    expect(words({ ...training, stage: 'testing' }, 20)).toBe('Testing…');
    expect(words({ ...training, stage: 'pretraining', secondsLeft: null })).toBe(
      'Learning from clean photos first: 50 %',
    );
    expect(words({ kind: 'stopped' }, 1)).toBe('Stopped after 1 epoch');
  });

  test('says what went wrong, in a sentence', () => {
    expect(words({ kind: 'failed', failure: { why: 'diverged', epoch: 3 } })).toContain('in epoch 3');
    for (const why of ['out-of-memory', 'no-key'] as const) {
      expect(words({ kind: 'failed', failure: { why } })).toMatch(/^The(re)? .*\.$/);
    }
    const broken = (loss: Loss) => ({ kind: 'worker-lost', loss }) as const;
    for (const why of ['training-broken', 'pictures-broken'] as const) {
      expect(words({ kind: 'failed', failure: { why, broken: broken('crashed') } })).toMatch(/memory.*again/);
      expect(words({ kind: 'failed', failure: { why, broken: broken('not-loaded') } })).toMatch(/reload/);
    }
  });
});
