import { number, text } from '../../../locales/text.ts';
import type { Auc } from '../../core/detector/auc.ts';
import { type Detection, type Told, toldBy } from '../../core/detector/detect.ts';
import { editNames } from '../../core/detector/edits.ts';
import { percentOf, rangeText } from '../verdict.ts';

/** What a detector came to, in words: the verdict, the figures behind it, and what follows. */
export interface DetectorVerdict {
  readonly told: Told;
  readonly sentence: string;
  readonly figures: string;
  readonly found: string;
  readonly meaning: string;
}

export function detectorVerdictOf({ auc, found }: Detection): DetectorVerdict {
  const told = toldBy(auc);
  return {
    told,
    sentence: text(`detector.verdict.${told}`),
    figures: text('detector.figures', { n: number(100 * auc.area), range: aucRange(auc) }),
    found: text('detector.found', { found: number(percentOf(found)), range: rangeText(found) }),
    meaning: text(`detector.meaning.${told}`),
  };
}

/** Rows of the table: what is shown, how much of it is called protected, and how well it is told from protected photos. */
export function detectorRows({ auc, found, falseAlarms, edits }: Detection): readonly (readonly string[])[] {
  const share = (hits: Detection['found']) =>
    `${text('prove.percent', { n: number(percentOf(hits)) })} (${rangeText(hits)})`;
  const told = (one: Auc) => `${text('prove.percent', { n: number(100 * one.area) })} (${aucRange(one)})`;
  return [
    [text('detector.row.protected'), share(found), '–'],
    [text('detector.row.clean'), share(falseAlarms), told(auc)],
    ...editNames.map(edit => [text(`detector.row.${edit}`), share(edits[edit].taken), told(edits[edit].auc)]),
  ];
}

function aucRange({ low, high }: Auc): string {
  return text('prove.range', { low: number(100 * low), high: number(100 * high) });
}
