import { privacy as texts } from './en/privacy.ts';
import { addTexts } from './i18n.ts';

/** Texts of the panel "Nothing leaves this device" and of the key's time limit. Import this before what says them. */
export const privacy = texts;

addTexts(privacy);
