/** The languages of the page, by their tags (BCP 47). The first is spoken where nothing better fits. */
export const languages = ['en', 'zh-Hans'] as const;
export type Language = (typeof languages)[number];

/** What a person may choose: a language, or the one that the browser asks for. */
export type LanguageChoice = 'system' | Language;

/** Each language in its own words, so that whoever strays into another one finds the way back. */
export const languageNames = { en: 'English', 'zh-Hans': '简体中文' } as const satisfies Record<
  Language,
  string
>;

/**
 * The first of the wished languages that the page speaks, compared by the part before the first hyphen; English if
 * there is none. Traditional Chinese is given Simplified, which is nearer than English.
 */
export function fittingLanguage(wished: readonly string[]): Language {
  for (const tag of wished) {
    const root = tag.toLowerCase().split('-')[0];
    const known = languages.find(language => language.split('-')[0] === root);
    if (known) return known;
  }
  return 'en';
}

/** The language that a choice comes to in this browser. */
export function languageOf(choice: LanguageChoice): Language {
  return choice === 'system' ? fittingLanguage(globalThis.navigator?.languages ?? []) : choice;
}
