import { version } from '../../../package.json';
import { cleanSegment } from '../../core/archive/names.ts';
import { type VerdictReport, verdictReportOf, verdictReportText } from '../core/verdictReport.ts';
import type { ModelState } from './modelState.ts';
import type { OpenReceipt } from './traceClaim.ts';
import { publishedCheck } from './traceClaim.ts';
import { verdictHtml } from './verdictHtml.ts';

/** The report on a model, as files. Fetched when one is saved. */

/** Null before there is a verdict. @param when milliseconds since 1970 */
export function modelReportOf(state: ModelState, opened: OpenReceipt, when: number): VerdictReport | null {
  const { sheet, verdict, answers, publishedText } = state;
  if (!sheet || !verdict || !answers) return null;
  return verdictReportOf(sheet, verdict, {
    when: new Date(when),
    app: version,
    askedBy: answers.askedBy,
    published: opened.published,
    check: publishedCheck(opened, publishedText),
  });
}

export function verdictFile(
  report: VerdictReport,
  kind: 'html' | 'json',
  dataset: string,
): { readonly name: string; readonly blob: Blob } {
  const name = `${cleanSegment(dataset)}.verdict.${kind}`;
  return kind === 'html'
    ? { name, blob: new Blob([verdictHtml(report)], { type: 'text/html' }) }
    : { name, blob: new Blob([verdictReportText(report)], { type: 'application/json' }) };
}
