import { veilSizeOf } from '../../core/settings.ts';
import { number, text } from '../../locales/text.ts';
import { isBelow, ownSize } from '../core/proving.ts';
import { wilsonInterval } from '../core/wilson.ts';
import type { CheckRates, Finding } from '../state/proveSession.ts';

export type ToldAt = CheckRates['sizes'][number];

/** Per cent, 0 to 100. */
export function percentOf({ right, total }: ToldAt['original']): number {
  return total === 0 ? 0 : (100 * right) / total;
}

/** Where the true share lies with 95 per cent confidence, in words. */
export function rangeText({ right, total }: ToldAt['original']): string {
  const { low, high } = wilsonInterval(right, total);
  return text('prove.range', { low: number(100 * low), high: number(100 * high) });
}

/** A training size in words. `typical`: the photos' own, in pixels. */
export function sizeText(size: number, typical: number): string {
  return size === ownSize
    ? text('prove.size.own', { n: number(typical) })
    : text('prove.size', { n: number(size) });
}

/** At its own size a photo has the veil's taps so many pixels apart that a window of 32 shows little of them. */
export function isVeilTooWide({ basis: { settings }, typical }: Finding): boolean {
  const veilSize = veilSizeOf(settings);
  return veilSize !== null && typical > 4 * veilSize;
}

/** The smallest size that the protection is made for: there it has to hold. */
function decisive({ told, basis }: Finding): ToldAt | undefined {
  return told.sizes.find(({ size }) => !isBelow(size, basis.settings)) ?? told.sizes.at(-1);
}

/** From here on filters count as found: well above what the originals give away. */
const clearPoints = 30;

/** `already`: the originals are told so well that no filter could add enough to be seen. */
function strengthOf(before: number, after: number): 'strong' | 'weak' | 'already' {
  if (after - before >= clearPoints) return 'strong';
  return before > 100 - clearPoints ? 'already' : 'weak';
}

/** What a finding means, in one sentence. */
export function verdictOf(finding: Finding): { readonly sentence: string; readonly at: string } {
  const one = decisive(finding);
  if (!one) return { sentence: '', at: '' };
  const before = percentOf(one.original);
  const after = percentOf(one.protected);
  const numbers = { protected: number(after), original: number(before) };
  const chance = number(100 * finding.told.chance);
  return {
    sentence: text(`prove.verdict.${strengthOf(before, after)}`, numbers),
    at: text('prove.verdict.at', { size: sizeText(one.size, finding.typical).toLowerCase(), chance }),
  };
}
