import { check } from './en/check.ts';
import { limits } from './en/limits.ts';
import { pageDialogs } from './en/pageDialogs.ts';
import { addTexts } from './i18n.ts';

/** Texts of dialogs that are fetched when they are first opened. Import this before anything that says them. */
export const dialogs = { ...limits, ...check, ...pageDialogs } as const;

addTexts(dialogs);
