import type { LanguageChoice } from '../../locales/language.ts';

/** Languages that the person is likely to name folders in, by their tags: that chosen for the page, and the browser's. */
export function spokenLanguages(choice: LanguageChoice): readonly string[] {
  const wished = globalThis.navigator?.languages ?? [];
  return choice === 'system' ? wished : [choice, ...wished];
}
