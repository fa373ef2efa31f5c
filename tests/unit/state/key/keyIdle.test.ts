import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { initialState } from '../../../../src/state/initial.ts';
import { watchIdleKey } from '../../../../src/state/key/keyIdle.ts';
import type { KeyveilState } from '../../../../src/state/model.ts';
import { defaultPreferences } from '../../../../src/state/preferences/preferences.ts';

const minute = 60_000;

/** A page with a key, whose clock and visitor the test is. */
function visit(forgetKeyAfter: 0 | 5 | 15 | 60 = 15) {
  const preferences = { ...defaultPreferences, forgetKeyAfter };
  const store = createStore<KeyveilState>(() => ({
    ...initialState('somewhere', preferences),
    passphrase: 'a key',
  }));
  let now = 1e12;
  let look = () => {};
  let touch = () => {};
  let busy = false;
  const forgetKey = () => store.setState({ passphrase: '', keyForgotten: forgetKeyAfter });
  const stop = watchIdleKey(
    // Only what the watch may do.
    { store, actions: { forgetKey } },
    {
      now: () => now,
      often: tick => {
        look = tick;
        return () => {
          look = () => {};
        };
      },
      onInput: listener => {
        touch = listener;
        return () => {
          touch = () => {};
        };
      },
      busy: () => busy,
    },
  );
  return {
    store,
    stop,
    has: () => store.getState().passphrase !== '',
    pass: (ms: number) => {
      now += ms;
      look();
    },
    sleep: (ms: number) => {
      now += ms;
    },
    touch: () => touch(),
    work: (on: boolean) => {
      busy = on;
    },
  };
}

test('a key that was made here and not saved is kept, because it might be lost for good', () => {
  const page = visit();
  page.store.setState({ keyKept: 'unsaved' });
  page.pass(24 * 60 * minute);
  expect(page.has()).toBe(true);
  page.store.setState({ keyKept: 'saved' });
  page.pass(15 * minute);
  expect(page.has()).toBe(false);
});

test('the key is forgotten after the minutes that were chosen, and not a moment before', () => {
  for (const minutes of [5, 15, 60] as const) {
    const page = visit(minutes);
    page.pass(minutes * minute - 1);
    expect(page.has()).toBe(true);
    page.pass(1);
    expect(page.has()).toBe(false);
    expect(page.store.getState().keyForgotten).toBe(minutes);
  }
});

test('every touch counts anew, and so does a key that was given', () => {
  const page = visit();
  page.pass(14 * minute);
  page.touch();
  page.pass(14 * minute);
  page.store.setState({ passphrase: 'another key' });
  page.pass(14 * minute);
  expect(page.has()).toBe(true);
  page.pass(minute);
  expect(page.has()).toBe(false);
});

test('a machine that slept does not get away with it: the first touch comes too late', () => {
  const page = visit();
  page.sleep(16 * minute);
  page.touch();
  expect(page.has()).toBe(false);
});

test('not while something is at work; the time counts from its end', () => {
  const page = visit();
  page.work(true);
  page.pass(200 * minute);
  expect(page.has()).toBe(true);
  page.work(false);
  page.pass(14 * minute);
  expect(page.has()).toBe(true);
  page.pass(minute);
  expect(page.has()).toBe(false);
});

test('never, where that was chosen, and not after the watch has ended', () => {
  const page = visit(0);
  page.pass(1e6 * minute);
  expect(page.has()).toBe(true);
  const other = visit();
  other.stop();
  other.pass(60 * minute);
  expect(other.has()).toBe(true);
});
