import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { initialState } from '../../../../src/state/initial.ts';
import type { PhotoId, Result } from '../../../../src/state/model/photos.ts';
import type { KeyveilState } from '../../../../src/state/model.ts';
import { defaultPreferences } from '../../../../src/state/preferences/preferences.ts';
import { changedResults, withResults } from '../../../../src/state/queries/changedResults.ts';
import { counts, failedPhotos } from '../../../../src/state/queries/counts.ts';
import { recipeOf } from '../../../../src/state/queries/plan.ts';
import type { ResumeService } from '../../../../src/state/services/visits.ts';
import { found, nothingEarlier } from '../fakeServices.ts';
import { Visit } from '../visit.ts';

const many = Array.from({ length: 12 }, (_, i) => `p${i}`);

/** Twelve photos: nine of them labelled, four without their file. */
function page(): KeyveilState {
  const label = { id: 'l', name: 'cats', colour: 0, batch: 0 };
  return {
    ...initialState('my-photos', defaultPreferences),
    photos: new Map(
      many.map((id, i) => [
        id,
        {
          id,
          file: i % 3 === 0 ? null : new File([id], `${id}.jpg`),
          origin: { kind: 'given' as const },
          name: `${id}.jpg`,
          path: `cats/${id}.jpg`,
          bytes: 2,
          type: 'image/jpeg' as const,
          width: 4,
          height: 3,
        },
      ]),
    ),
    arrangement: {
      order: many,
      labels: [label],
      labelOf: new Map(many.slice(3).map(id => [id, 'l'])),
      own: new Map(),
    },
    lastKeyCheck: '0123456789abcdef',
  };
}

function result(s: KeyveilState, id: PhotoId, how: 'protected' | 'failed' | 'stale'): Result {
  const recipe = how === 'stale' ? 'another' : (recipeOf(s, id) ?? 'none');
  if (how === 'failed') return { kind: 'failed', recipe, reason: { kind: 'unreadable' } };
  const photo = {
    kind: 'protected' as const,
    id,
    stored: { kind: 'memory' as const, blob: new Blob() },
    bytes: 0,
    sha256: '',
    sourceSha256: '',
    width: 4,
    height: 3,
    peak: null,
    notes: [],
  };
  return { kind: 'protected', recipe, photo, kept: true };
}

describe('what photos come to', () => {
  test('is the same whether all are counted or only those that changed', () => {
    const batch = fc.array(
      fc.tuple(
        fc.constantFrom(...many, 'not on the page'),
        fc.constantFrom('protected' as const, 'failed' as const, 'stale' as const),
      ),
    );
    fc.assert(
      fc.property(fc.array(batch, { maxLength: 6 }), batches => {
        let s = page();
        counts(s);
        for (const fresh of batches) {
          const results = withResults(s.results, new Map(fresh.map(([id, how]) => [id, result(s, id, how)])));
          s = { ...s, results };
          const [bySteps, failedBySteps] = [counts(s), failedPhotos(s)];
          // A copy says nothing of where it comes from, so everything is counted.
          const whole = { ...s, results: new Map(results) };
          expect(bySteps).toEqual(counts(whole));
          expect(failedBySteps).toEqual(failedPhotos(whole));
          // Back to where the next step goes on from.
          counts(s);
        }
      }),
    );
  });

  test('is counted anew when steps were missed, or something else changed with the results', () => {
    const s = page();
    counts(s);
    const one = withResults(s.results, new Map([['p4', result(s, 'p4', 'failed')]]));
    const two = withResults(one, new Map([['p5', result(s, 'p5', 'protected')]]));
    expect(counts({ ...s, results: two })).toMatchObject({ failed: 1, protected: 1 });
    const three = withResults(two, new Map([['p7', result(s, 'p7', 'protected')]]));
    const other = { ...s, results: three, lastKeyCheck: 'fedcba9876543210' };
    expect(counts(other)).toMatchObject({ failed: 0, protected: 0, outdated: 2 });
  });

  test('results know only what they were made from', () => {
    const s = page();
    const first = withResults(s.results, new Map([['p4', result(s, 'p4', 'failed')]]));
    const second = withResults(first, new Map([['p5', result(s, 'p5', 'failed')]]));
    expect(changedResults(s.results, first)).toEqual(['p4']);
    expect(changedResults(first, second)).toEqual(['p5']);
    expect(changedResults(s.results, second)).toBeNull();
    expect(changedResults(second, second)).toEqual([]);
    expect([s.results.size, first.size, second.size]).toEqual([0, 1, 2]);
  });
});

describe('work is kept', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
  afterEach(() => void vi.useRealTimers());

  async function visit() {
    const keep = vi.fn<ResumeService['keep']>(async () => {});
    const forget = vi.fn(async () => {});
    const one = new Visit({
      resume: { ...nothingEarlier, keep, forget },
    });
    await one.keyveil.lookBack();
    await one.give([found('cats/a.jpg'), found('cats/b.jpg')]);
    await vi.advanceTimersByTimeAsync(1000);
    return { one, keep, forget };
  }
  const finish = (one: Visit, id: PhotoId | undefined) => {
    if (id === undefined) throw new Error('no such photo');
    const s = one.state;
    one.keyveil.store.setState({
      results: withResults(s.results, new Map([[id, result(s, id, 'protected')]])),
    });
  };

  test('when photos, labels or settings change, and not when nothing of that did', async () => {
    const { one, keep, forget } = await visit();
    expect(keep).toHaveBeenCalledTimes(1);
    one.actions.selectAll();
    await vi.advanceTimersByTimeAsync(1000);
    expect(keep).toHaveBeenCalledTimes(1);
    one.actions.setDataset('another');
    await vi.advanceTimersByTimeAsync(1000);
    expect(keep).toHaveBeenCalledTimes(2);
    expect(keep.mock.lastCall?.[0]).toMatchObject({ dataset: 'another' });
    one.actions.removePhotos(one.state.arrangement.order);
    await vi.advanceTimersByTimeAsync(1000);
    expect(forget).toHaveBeenCalledTimes(1);
  });

  test('when a run begins and when it ends, and not for every photo: those stand in the journal', async () => {
    const { one, keep } = await visit();
    const [a, b] = one.state.arrangement.order;
    const going = { kind: 'running', total: 2, done: 0, failed: 0, startedAt: 0 } as const;
    one.keyveil.store.setState({
      run: { ...going, rate: null, secondsLeft: null, paused: false },
      lastKeyCheck: '0123456789abcdef',
    });
    await vi.advanceTimersByTimeAsync(1000);
    expect(keep).toHaveBeenCalledTimes(2);
    for (const id of [a, b]) {
      finish(one, id);
      await vi.advanceTimersByTimeAsync(20_000);
    }
    expect(keep).toHaveBeenCalledTimes(2);
    one.keyveil.store.setState({ run: { kind: 'idle' } });
    await vi.advanceTimersByTimeAsync(1000);
    expect(keep).toHaveBeenCalledTimes(3);
  });

  test('with the next change when it failed', async () => {
    const { one, keep } = await visit();
    keep.mockRejectedValueOnce(new Error('storage full'));
    one.actions.setDataset('another');
    await vi.advanceTimersByTimeAsync(1000);
    expect(keep).toHaveBeenCalledTimes(2);
    one.actions.selectAll();
    await vi.advanceTimersByTimeAsync(1000);
    expect(keep).toHaveBeenCalledTimes(3);
  });
});
