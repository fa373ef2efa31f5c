import { carriesCast, veilSizeOf } from '../../core/settings.ts';
import { number, text } from '../../locales/text.ts';
import { clearest, type HitRates, type Judgement, judge, shareOf } from '../core/decoy.ts';
import { isBelow, ownSize } from '../core/proving.ts';
import { wilsonInterval } from '../core/wilson.ts';
import type { CheckRates, Finding } from '../state/proveSession.ts';

export type Rate = HitRates['original'];

/** One row of the charts: labels told from mean colours, or from spectra at a size. */
export interface Reading extends HitRates {
  /** Short side in pixels, Infinity for the photos' own; null for colours, which are the same at every size. */
  readonly size: number | null;
  /** Why nothing of the protection can be seen there; null where it can. */
  readonly lacks: 'cast' | 'veil' | 'below' | 'shrunk' | null;
}

/** Colours first, then spectra from small sizes to large. */
export function readingsOf({ told, basis: { settings } }: Finding): readonly Reading[] {
  const colours: Reading = { ...told.colours, size: null, lacks: carriesCast(settings) ? null : 'cast' };
  return [colours, ...told.sizes.map(one => ({ ...one, lacks: lackAt(one, settings) }))];
}

function lackAt(
  { size }: CheckRates['sizes'][number],
  settings: Finding['basis']['settings'],
): Reading['lacks'] {
  if (settings.method !== 'cuda' && veilSizeOf(settings) === null) return 'veil';
  if (!isBelow(size, settings)) return null;
  return settings.method === 'cuda' ? 'shrunk' : 'below';
}

/** Per cent, 0 to 100. */
export function percentOf(rate: Rate): number {
  return 100 * shareOf(rate);
}

/** Where the true share lies with 95 per cent confidence, in words. */
export function rangeText({ right, total }: Rate): string {
  const { low, high } = wilsonInterval(right, total);
  return text('prove.range', { low: number(100 * low), high: number(100 * high) });
}

/** A training size in words. `typical`: the photos' own, in pixels. */
export function sizeText(size: number, typical: number): string {
  return size === ownSize
    ? text('prove.size.own', { n: number(typical) })
    : text('prove.size', { n: number(size) });
}

/** A row's name in words. */
export function readingText({ size }: Reading, typical: number): string {
  return size === null
    ? text('prove.colours')
    : text('prove.structure', { size: sizeText(size, typical).toLowerCase() });
}

/** At its own size a photo has the veil's taps so many pixels apart that a window of 32 shows little of them. */
export function isVeilTooWide({ basis: { settings }, typical }: Finding): boolean {
  const veilSize = veilSizeOf(settings);
  return veilSize !== null && typical > 4 * veilSize;
}

export interface Verdict {
  readonly judgement: Judgement;
  /** The verdict in one sentence. */
  readonly sentence: string;
  /** The figures behind it, with their intervals. */
  readonly figures: string;
  /** What it means for the person. */
  readonly meaning: string;
  /** The row that shows the decoy best. */
  readonly best: Reading;
}

/**
 * What a finding means. Of spectra that one counts which is taken at the smallest size that the protection is made for:
 * there it has to hold.
 */
export function verdictOf(finding: Finding): Verdict {
  const { told, typical } = finding;
  const [colours, ...spectra] = readingsOf(finding);
  const decisive = spectra.find(({ lacks }) => lacks === null) ?? spectra.at(-1);
  const best = clearest(
    [colours, decisive].flatMap(one => one ?? []),
    told.chance,
  );
  if (!best) throw new Error('A finding has no readings.');
  const judgement = judge(best, told.chance);
  return {
    judgement,
    sentence: text(`prove.verdict.${judgement}`),
    figures: text('prove.verdict.figures', {
      protected: number(percentOf(best.protected)),
      protectedRange: rangeText(best.protected),
      original: number(percentOf(best.original)),
      originalRange: rangeText(best.original),
      chance: number(100 * told.chance),
    }),
    meaning: text(`prove.meaning.${judgement}`, {
      where:
        best.size === null
          ? text('prove.best.colours')
          : text('prove.best.structure', { size: sizeText(best.size, typical).toLowerCase() }),
    }),
    best,
  };
}
