import { failure } from './en/failure.ts';
import { inspector } from './en/inspector.ts';
import { intake } from './en/intake.ts';
import { labels } from './en/labels.ts';
import { moreSettings } from './en/moreSettings.ts';
import { receiptBar } from './en/receiptBar.ts';
import { recent } from './en/recent.ts';
import { resume } from './en/resume.ts';
import { runStrip } from './en/runStrip.ts';
import { viewer } from './en/viewer.ts';
import { addTexts } from './i18n.ts';

/** Texts that the page does without until there are photos. Import this before anything that says them. */
export const workspace = {
  ...labels,
  ...inspector,
  ...viewer,
  ...runStrip,
  ...intake,
  ...receiptBar,
  ...recent,
  ...resume,
  ...failure,
  ...moreSettings,
} as const;

addTexts(workspace);
