import { en } from './en.ts';
import type { Language } from './language.ts';

type Texts = Readonly<Record<string, string>>;

/** The texts that are loaded, by language; English from the start. */
const loaded: { [L in Language]?: Texts } = { en };
let rules = new Intl.PluralRules('en');
let spoken: Language = 'en';

/** Adds English texts that are fetched after the page is up. */
export function addTexts(texts: Texts): void {
  loaded.en = { ...loaded.en, ...texts };
}

/** Whether the texts of a language are there. */
export function hasTexts(language: Language): boolean {
  return loaded[language] !== undefined;
}

/** Keeps all texts of a language. */
export function keepTexts(language: Language, texts: Texts): void {
  loaded[language] = texts;
}

/** Says texts in a language that is there from now on. */
export function sayIn(language: Language): void {
  spoken = language;
  rules = new Intl.PluralRules(language);
}

/**
 * The text for a key: in the language that is spoken, else in English, else the key itself. A `count` among the values
 * chooses between `key_one` and `key_other` as the language does, and each `{{name}}` is filled in. Nothing is escaped:
 * React does that.
 */
export function translate(key: string, values: Readonly<Record<string, string | number>>): string {
  const found = textOf(loaded[spoken], key, values.count) ?? textOf(loaded.en, key, values.count) ?? key;
  return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}

function textOf(texts: Texts = {}, key: string, count: string | number | undefined): string | undefined {
  const plural = typeof count === 'number' ? texts[`${key}_${rules.select(count)}`] : undefined;
  return plural ?? texts[key];
}
