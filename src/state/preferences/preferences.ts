import { languages } from '../../locales/language.ts';
import type { Preferences } from '../model/preferences.ts';
import { preferencesSlot, type StringStore } from './storedTheme.ts';

/** Settings of the page itself, kept in local storage. Nothing about photos, labels or keys is among them. */

const allowed: { readonly [K in keyof Preferences]: readonly Preferences[K][] } = {
  theme: ['system', 'light', 'dark'],
  language: ['system', ...languages],
  engine: ['auto', 'webgl', 'cpu'],
  wipeAfterSaving: [false, true],
  cleanCopiesRead: [false, true],
  notifyWhenDone: [false, true],
  oneKeyShortcuts: [false, true],
  forgetKeyAfter: [0, 5, 15, 60],
};

export const defaultPreferences: Preferences = {
  theme: 'system',
  language: 'system',
  engine: 'auto',
  wipeAfterSaving: false,
  cleanCopiesRead: false,
  notifyWhenDone: false,
  oneKeyShortcuts: true,
  forgetKeyAfter: 15,
};

/** Reads preferences; anything missing or unknown falls back to its default. */
export function loadPreferences(store: StringStore | null): Preferences {
  try {
    const read: unknown = JSON.parse(store?.getItem(preferencesSlot) ?? '{}');
    if (typeof read !== 'object' || read === null) return defaultPreferences;
    const known = Object.entries(read).filter(([name, value]) => isAllowed(name, value));
    return { ...defaultPreferences, ...Object.fromEntries(known) };
  } catch {
    return defaultPreferences;
  }
}

function isAllowed(name: string, value: unknown): boolean {
  const values: readonly unknown[] | undefined = Object.hasOwn(allowed, name)
    ? allowed[name as keyof Preferences]
    : undefined;
  return values?.includes(value) === true;
}

/** Writes preferences where that is possible; private windows may refuse, and then they hold for this visit only. */
export function savePreferences(store: StringStore | null, preferences: Preferences): void {
  try {
    store?.setItem(preferencesSlot, JSON.stringify(preferences));
  } catch {
    // Kept for this visit only.
  }
}
