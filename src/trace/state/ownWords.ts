import type { MethodSettings } from '../../core/settings.ts';
import { number, text } from '../../locales/text.ts';
import { signOf } from '../core/ownPhoto/finding.ts';
import type { ReportedMark, ReportedPhoto } from '../core/ownReport.ts';

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

/**
 * Which evidence it was that gave a sign, with what each kind would come to by itself; null where there is no sign, or
 * only one kind of evidence, which goes without saying.
 */
export function spokeText({
  words,
  alone: { cast, filter },
}: Pick<ReportedMark, 'words' | 'alone'>): string | null {
  if (words === 'none' || cast === null || filter === null) return null;
  const figures = { cast: number(cast, 3, 3), filter: number(filter, 3, 3) };
  return text(`trace.own.spoke.${whoSpoke(cast, filter)}`, figures);
}

/** By itself, a kind of evidence speaks from the weakest sign on. */
function whoSpoke(cast: number, filter: number): 'cast' | 'filter' | 'both' | 'together' {
  const [byCast, byFilter] = [cast, filter].map(p => signOf(p) !== 'none');
  if (byCast) return byFilter ? 'both' : 'cast';
  return byFilter ? 'filter' : 'together';
}

/** How many strong signs chance alone would give. */
export function chanceText(photos: number): string {
  if (photos < 100) return text('trace.own.byChance.rare');
  return text('trace.own.byChance', { count: photos, n: number(photos), expected: number(photos * 0.01) });
}

export function settingsText(settings: MethodSettings): string {
  const strength = number(settings.strength, 3);
  switch (settings.method) {
    case 'cuda':
      return text('ownReport.settings.cuda', { size: number(settings.kernelSize), strength });
    case 'veil':
      return text('ownReport.settings.veil', { veil: number(settings.veilSize), strength });
    case 'cast': {
      const level = number(settings.castLevel, 1);
      const { veilSize } = settings;
      return veilSize === null
        ? text('ownReport.settings.cast', { level })
        : text('ownReport.settings.castVeil', { level, veil: number(veilSize), strength });
    }
  }
}
