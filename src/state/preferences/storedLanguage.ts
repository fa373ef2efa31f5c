import { type LanguageChoice, languages } from '../../locales/language.ts';
import { preferencesSlot, type StringStore } from './storedTheme.ts';

/** The language that was chosen, read as `storedTheme` reads the theme: it has to be known before the first words. */
export function storedLanguage(store: StringStore | null): LanguageChoice {
  const kept = /"language":"([\w-]+)"/.exec(store?.getItem(preferencesSlot) ?? '')?.[1];
  return languages.find(language => language === kept) ?? 'system';
}
