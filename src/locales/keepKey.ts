import { keepKey as texts } from './en/keepKey.ts';
import { addTexts } from './i18n.ts';

/** Texts of the dialog `Keep your key`, which come with it. Import this before anything that says them. */
export const keepKey = texts;

addTexts(keepKey);
