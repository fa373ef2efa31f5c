import i18next from 'i18next';
import { en } from './en.ts';

/** The texts that are loaded, by language; English from the start. */
export const catalogue = i18next.createInstance();
void catalogue.init({
  lng: 'en',
  fallbackLng: 'en',
  load: 'currentOnly',
  resources: { en: { translation: en } },
  // Keys are flat and hold dots; React escapes what it shows.
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** Adds English texts that are fetched after the page is up. */
export function addTexts(texts: Readonly<Record<string, string>>): void {
  catalogue.addResourceBundle('en', 'translation', texts, false, true);
}
