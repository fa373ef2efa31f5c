import { useSyncExternalStore } from 'react';
import type { Language } from '../locales/language.ts';
import { language, onLanguage } from '../locales/text.ts';

/** Tells the browser which language the page speaks: for voices, fonts, hyphens and its own translator. */
export function applyLanguage(spoken: Language, root: HTMLElement = document.documentElement): void {
  root.lang = spoken;
  // Both are written from left to right.
  root.dir = 'ltr';
}

/**
 * The language of the page; whoever calls this is rendered anew when it changes. The app does, and with it all that is
 * not held back by `memo`: that needs a call of its own.
 */
export function useLanguage(): Language {
  return useSyncExternalStore(onLanguage, language, language);
}
