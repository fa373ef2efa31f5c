import { adding } from './en/adding.ts';
import { app } from './en/app.ts';
import { key } from './en/key.ts';
import { receipt } from './en/receipt.ts';
import { run } from './en/run.ts';
import { settings } from './en/settings.ts';

/**
 * The texts of the app, in English; those in ./workspace.ts, ./later.ts and ./trace.ts come with the parts that say them. Flat keys, `area.what`; the
 * endings `_one` and `_other` are plural forms that `count` chooses between, and `{{name}}` is filled in.
 */
export const en = {
  ...app,
  ...adding,
  ...key,
  ...settings,
  ...run,
  ...receipt,
} as const;
