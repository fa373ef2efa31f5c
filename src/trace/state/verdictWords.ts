import { list, number, text } from '../../locales/text.ts';
import type { Said, Verdict } from '../core/verdict.ts';

/** What came of asking a model, in plain words; the page and the report say the same. */

/** `12 of 50 (24 %)` */
export function saidText({ hits, shown }: Said): string {
  if (shown === 0) return '–';
  return text('trace.model.said', {
    hits: number(hits),
    shown: number(shown),
    n: number((100 * hits) / shown),
  });
}

/** A p-value: three significant decimals, never a bare zero. */
export function chanceOfText(p: number): string {
  return p < 0.0001 ? text('trace.model.p.least') : number(p, p < 0.01 ? 4 : 3);
}

/** A word on labels that are said for filters of anybody; null where there are none. */
export function anyFilterText({ labels }: Pick<Verdict, 'labels'>): string | null {
  const names = labels.flatMap(({ label, anyFilter }) => (anyFilter ? [label] : []));
  return names.length === 0 ? null : text('trace.model.anyFilter', { labels: list(names) });
}

/** What the verdict cannot show, and what else could explain it. */
export const verdictLimits = [
  'trace.model.limit.weak',
  'trace.model.limit.none',
  'trace.model.limit.else',
  'trace.model.limit.who',
  'trace.model.limit.date',
] as const;
