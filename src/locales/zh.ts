import type { WithoutOne } from './catalogue.ts';
import type { English } from './english.ts';
import { about } from './zh/about.ts';
import { adding } from './zh/adding.ts';
import { app } from './zh/app.ts';
import { backbone } from './zh/backbone.ts';
import { check } from './zh/check.ts';
import { detector } from './zh/detector.ts';
import { failure } from './zh/failure.ts';
import { inspector } from './zh/inspector.ts';
import { intake } from './zh/intake.ts';
import { keepKey } from './zh/keepKey.ts';
import { key } from './zh/key.ts';
import { lab } from './zh/lab.ts';
import { labels } from './zh/labels.ts';
import { labReport } from './zh/labReport.ts';
import { labResults } from './zh/labResults.ts';
import { labSettings } from './zh/labSettings.ts';
import { limits } from './zh/limits.ts';
import { models } from './zh/models.ts';
import { moreSettings } from './zh/moreSettings.ts';
import { offline } from './zh/offline.ts';
import { ownReport } from './zh/ownReport.ts';
import { pageDialogs } from './zh/pageDialogs.ts';
import { privacy } from './zh/privacy.ts';
import { prove } from './zh/prove.ts';
import { receipt } from './zh/receipt.ts';
import { receiptBar } from './zh/receiptBar.ts';
import { recent } from './zh/recent.ts';
import { resume } from './zh/resume.ts';
import { run } from './zh/run.ts';
import { runStrip } from './zh/runStrip.ts';
import { settings } from './zh/settings.ts';
import { terms } from './zh/terms.ts';
import { theory } from './zh/theory.ts';
import { trace } from './zh/trace.ts';
import { traceModel } from './zh/traceModel.ts';
import { viewer } from './zh/viewer.ts';

/**
 * The texts of the app in Simplified Chinese, all of them: one file, fetched when the page first speaks Chinese. The
 * keys and the `{{name}}`s are those of the English texts; of plural pairs there is `_other` alone. Which word stands
 * for what, and how it is written, is in ./zh/glossary.md.
 */
export const zh = {
  ...app,
  ...intake,
  ...failure,
  ...key,
  ...keepKey,
  ...settings,
  ...moreSettings,
  ...run,
  ...runStrip,
  ...adding,
  ...receiptBar,
  ...recent,
  ...resume,
  ...receipt,
  ...limits,
  ...check,
  ...pageDialogs,
  ...terms,
  ...about,
  ...offline,
  ...privacy,
  ...labels,
  ...inspector,
  ...viewer,
  ...prove,
  ...detector,
  ...lab,
  ...labSettings,
  ...labResults,
  ...labReport,
  ...theory,
  ...trace,
  ...ownReport,
  ...traceModel,
  ...models,
  ...backbone,
} as const satisfies WithoutOne<English>;
