import { app } from './en/app.ts';
import { failure } from './en/failure.ts';
import { intake } from './en/intake.ts';
import { key } from './en/key.ts';
import { receipt } from './en/receipt.ts';
import { resume } from './en/resume.ts';
import { run } from './en/run.ts';
import { settings } from './en/settings.ts';

/**
 * The texts of the app, in English; those in ./workspace.ts, ./later.ts and ./trace.ts come with the parts that say them. Flat keys, `area.what`; the
 * endings `_one` and `_other` are plural forms that `count` chooses between, and `{{name}}` is filled in.
 */
export const en = {
  ...app,
  ...intake,
  ...failure,
  ...key,
  ...settings,
  ...run,
  ...resume,
  ...receipt,
} as const;
