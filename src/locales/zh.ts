import { about } from './zh/about.ts';
import { app } from './zh/app.ts';
import { failure } from './zh/failure.ts';
import { intake } from './zh/intake.ts';
import { key } from './zh/key.ts';
import { receipt } from './zh/receipt.ts';
import { resume } from './zh/resume.ts';
import { run } from './zh/run.ts';
import { settings } from './zh/settings.ts';

/**
 * The texts of the app in Simplified Chinese, all of them: one file, fetched when the page first speaks Chinese. The
 * keys and the `{{name}}`s are those of ./en.ts; of plural pairs there is `_other` alone. Words that stand for one
 * thing only, and how they are written, are in ./zh/glossary.md.
 */
export const zh = {
  ...app,
  ...intake,
  ...failure,
  ...key,
  ...settings,
  ...run,
  ...resume,
  ...receipt,
  ...about,
} as const;
