import type { MethodSettings } from '../../core/settings.ts';
import { number, text } from '../../locales/text.ts';
import type { ReportedPhoto } from '../core/ownReport.ts';

/** What was found, in plain words; the page and the report say the same. */

/** What it means for one photo. */
export function markText({ result, listed }: Pick<ReportedPhoto, 'result' | 'listed'>): string {
  if (listed !== null) return text('trace.own.listed');
  switch (result.kind) {
    case 'failed':
      return text('trace.own.failed');
    case 'untested':
      return text('trace.own.untested');
    case 'blind':
      return text(`trace.own.sign.${result.words}`);
    case 'with-original':
      return result.unfiltered
        ? text('trace.own.unfiltered')
        : text('trace.own.original', { sign: text(`trace.own.sign.${result.words}`) });
  }
}

/** How many strong signs chance alone would give. */
export function chanceText(photos: number): string {
  return text('trace.own.byChance', { count: photos, n: number(photos), expected: number(photos * 0.01, 2) });
}

export function settingsText(settings: MethodSettings): string {
  const strength = number(settings.strength, 3);
  if (settings.method === 'cast' && settings.veilSize === null) {
    return text('ownReport.settings.cast', { level: number(settings.castLevel, 1) });
  }
  return settings.method === 'cuda'
    ? text('ownReport.settings.cuda', { size: number(settings.kernelSize), strength })
    : text('ownReport.settings.veil', { veil: number(settings.veilSize ?? 0), strength });
}
