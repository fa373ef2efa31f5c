import { about as texts } from './en/about.ts';
import { addTexts } from './i18n.ts';

/** Texts of the dialog `About Keyveil`, which come with it. Import this before anything that says them. */
export const about = texts;

addTexts(about);
