import { backbone } from './en/backbone.ts';
import { detector } from './en/detector.ts';
import { lab } from './en/lab.ts';
import { labReport } from './en/labReport.ts';
import { labResults } from './en/labResults.ts';
import { labSettings } from './en/labSettings.ts';
import { models } from './en/models.ts';
import { prove } from './en/prove.ts';
import { theory } from './en/theory.ts';
import { addTexts } from './i18n.ts';
// Labels and sizes are spoken of there too.
import './workspace.ts';

/** Texts that the page does without until the tab `Prove` is opened. Import this before anything that says them. */
export const later = {
  ...prove,
  ...detector,
  ...lab,
  ...labSettings,
  ...labResults,
  ...labReport,
  ...theory,
  ...backbone,
  ...models,
} as const;

addTexts(later);
