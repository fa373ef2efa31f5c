import { app } from './en/app.ts';
import { failure } from './en/failure.ts';
import { inspector } from './en/inspector.ts';
import { intake } from './en/intake.ts';
import { key } from './en/key.ts';
import { labels } from './en/labels.ts';
import { prove } from './en/prove.ts';
import { receipt } from './en/receipt.ts';
import { resume } from './en/resume.ts';
import { run } from './en/run.ts';
import { settings } from './en/settings.ts';

/**
 * The texts of the app, in English; those in ./later.ts come with the part that says them. Flat keys, `area.what`; the
 * endings `_one` and `_other` are plural forms that `count` chooses between, and `{{name}}` is filled in.
 */
export const en = {
  ...app,
  ...intake,
  ...labels,
  ...failure,
  ...key,
  ...settings,
  ...inspector,
  ...run,
  ...resume,
  ...receipt,
  ...prove,
} as const;
