import { describe, expect, test } from 'vitest';
import {
  defaultPreferences,
  loadPreferences,
  savePreferences,
} from '../../../../src/state/preferences/preferences.ts';

function memory(value: string | null = null) {
  return {
    value,
    getItem() {
      return this.value;
    },
    setItem(_slot: string, next: string) {
      this.value = next;
    },
  };
}

describe('preferences', () => {
  test('come back as they were saved', () => {
    const store = memory();
    const chosen = { ...defaultPreferences, theme: 'dark', wipeAfterSaving: true } as const;
    savePreferences(store, chosen);
    expect(loadPreferences(store)).toEqual(chosen);
  });

  test.each(['', '{', 'null', '[]', '{"theme":"pink"}'])('fall back to the defaults on %j', stored => {
    expect(loadPreferences(memory(stored))).toEqual(defaultPreferences);
  });

  test('an older, shorter record keeps what it has', () => {
    expect(loadPreferences(memory('{"theme":"light"}'))).toEqual({ ...defaultPreferences, theme: 'light' });
  });

  test('a browser that forbids storage costs only the memory', () => {
    const forbidding = {
      getItem: (): string => {
        throw new Error('denied');
      },
      setItem: () => {
        throw new Error('denied');
      },
    };
    expect(loadPreferences(forbidding)).toEqual(defaultPreferences);
    expect(() => savePreferences(forbidding, defaultPreferences)).not.toThrow();
    expect(loadPreferences(null)).toEqual(defaultPreferences);
  });
});
