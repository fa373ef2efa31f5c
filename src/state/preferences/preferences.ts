import * as v from 'valibot';
import { languages } from '../../locales/language.ts';
import type { Preferences } from '../model/preferences.ts';
import { preferencesSlot, type StringStore } from './storedTheme.ts';

/** Settings of the page itself, kept in local storage. Nothing about photos, labels or keys is among them. */

const schema = v.object({
  theme: v.picklist(['system', 'light', 'dark']),
  language: v.picklist(['system', ...languages]),
  engine: v.picklist(['auto', 'webgl', 'cpu']),
  wipeAfterSaving: v.boolean(),
  cleanCopiesRead: v.boolean(),
  notifyWhenDone: v.boolean(),
  oneKeyShortcuts: v.boolean(),
  forgetKeyAfter: v.picklist([0, 5, 15, 60]),
});

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
    const parsed = v.safeParse(v.partial(schema), read);
    return parsed.success ? { ...defaultPreferences, ...definedOnly(parsed.output) } : defaultPreferences;
  } catch {
    return defaultPreferences;
  }
}

/** Writes preferences where that is possible; private windows may refuse, and then they hold for this visit only. */
export function savePreferences(store: StringStore | null, preferences: Preferences): void {
  try {
    store?.setItem(preferencesSlot, JSON.stringify(preferences));
  } catch {
    // Kept for this visit only.
  }
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

function definedOnly<T extends object>(values: T): Partial<Defined<T>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<
    Defined<T>
  >;
}
