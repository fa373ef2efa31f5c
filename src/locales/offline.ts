import { offline } from './en/offline.ts';
import { addTexts } from './i18n.ts';

/** Texts that come with what is fetched after the page is up. Import this before anything that says them. */
export const kept = { ...offline } as const;

addTexts(kept);
