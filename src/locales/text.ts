import i18next from 'i18next';
import { en } from './en.ts';
import type { later } from './later.ts';
import type { traced } from './trace.ts';
import type { workspace } from './workspace.ts';

type WithoutPlural<K extends string> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K;

/** A key of the catalogue, plural endings left off. */
export type TextKey = WithoutPlural<
  keyof (typeof en & typeof workspace & typeof later & typeof traced) & string
>;

const catalogue = i18next.createInstance();
void catalogue.init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  // Keys are flat and hold dots; React escapes what it shows.
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** Adds texts that are fetched after the page is up. */
export function addTexts(texts: Readonly<Record<string, string>>): void {
  catalogue.addResourceBundle('en', 'translation', texts, false, true);
}

/** The text for `key`, with `{{name}}`s filled in from `values`; `count` chooses the plural form. */
export function text(key: TextKey, values?: Readonly<Record<string, string | number>>): string {
  return catalogue.t(key, values ?? {});
}

/** A day and time as the language writes it; `at` in milliseconds since 1970. */
export function moment(at: number): string {
  return new Intl.DateTimeFormat(catalogue.language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** A whole or decimal number as the language writes it, with at most `digits` decimals and at least `least`. */
export function number(value: number, digits = 0, least = 0): string {
  const decimals = { minimumFractionDigits: least, maximumFractionDigits: digits };
  return new Intl.NumberFormat(catalogue.language, decimals).format(value);
}
