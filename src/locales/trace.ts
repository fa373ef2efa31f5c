import { models } from './en/models.ts';
import { ownReport } from './en/ownReport.ts';
import { trace } from './en/trace.ts';
import { traceModel } from './en/traceModel.ts';
import { addTexts } from './i18n.ts';
// Why a photo failed is said there too.
import './workspace.ts';

/** Texts that the page does without until the tab `Trace` is opened. Import this before anything that says them. */
export const traced = { ...trace, ...ownReport, ...traceModel, ...models } as const;

addTexts(traced);
