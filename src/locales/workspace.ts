import { inspector } from './en/inspector.ts';
import { labels } from './en/labels.ts';
import { addTexts } from './i18n.ts';

/** Texts that the page does without until there are photos. Import this before anything that says them. */
export const workspace = { ...labels, ...inspector } as const;

addTexts(workspace);
