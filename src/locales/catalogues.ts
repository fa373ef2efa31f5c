import type { Language } from './language.ts';

/** Where the texts of the other languages come from: each a file of its own, fetched when that language is first spoken. */
export const catalogues: Readonly<
  Record<Exclude<Language, 'en'>, () => Promise<Readonly<Record<string, string>>>>
> = {
  'zh-Hans': async () => (await import('./zh.ts')).zh,
};
