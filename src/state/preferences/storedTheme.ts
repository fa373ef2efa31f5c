/** What the browser keeps strings in; local storage, or nothing where that is forbidden. */
export type StringStore = Pick<Storage, 'getItem' | 'setItem'>;

/** Where the preferences are kept. */
export const preferencesSlot = 'keyveil.preferences';

/** Local storage, or null where reading the property alone is forbidden. */
export function localStore(): StringStore | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/**
 * The chosen theme, read without checking the preferences as a whole: the first paint needs it, before the code for
 * that is loaded.
 */
export function storedTheme(store: StringStore | null): 'system' | 'light' | 'dark' {
  const kept = /"theme":"(light|dark)"/.exec(store?.getItem(preferencesSlot) ?? '')?.[1];
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}
