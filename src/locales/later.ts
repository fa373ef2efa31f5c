import { lab } from './en/lab.ts';
import { labReport } from './en/labReport.ts';
import { theory } from './en/theory.ts';
import { addTexts } from './text.ts';

/** Texts that the page does without until the tab `Prove` is opened. Import it before anything that says them. */
addTexts({ ...lab, ...labReport, ...theory });
