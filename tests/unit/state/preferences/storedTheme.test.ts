import { expect, test } from 'vitest';
import { defaultPreferences, savePreferences } from '../../../../src/state/preferences/preferences.ts';
import { type StringStore, storedTheme } from '../../../../src/state/preferences/storedTheme.ts';

/** A store that holds what it is given. */
function store(): StringStore {
  const kept = new Map<string, string>();
  return { getItem: key => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

test.each(['system', 'light', 'dark'] as const)('the theme that was chosen is read back: %s', theme => {
  const kept = store();
  savePreferences(kept, { ...defaultPreferences, theme });
  expect(storedTheme(kept)).toBe(theme);
});

test('without a store, or with nothing in it, the device decides', () => {
  expect(storedTheme(null)).toBe('system');
  expect(storedTheme(store())).toBe('system');
  const broken = store();
  broken.setItem('keyveil.preferences', '{"theme":"');
  expect(storedTheme(broken)).toBe('system');
});
