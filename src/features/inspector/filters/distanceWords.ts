import type { Pair } from '../../../core/filter/filterDistance.ts';
import { number } from '../../../locales/text.ts';
import type { Compared } from './distances.ts';

/** A distance with as many digits as tell something. */
export function distanceText(distance: number): string {
  return distance < 0.995 ? number(distance, 2, 2) : number(distance, 1, 1);
}

/** The names of a pair's labels, to fill into a sentence. */
export function pairNames(
  { labels }: Compared,
  { a, b }: Pair,
): { readonly one: string; readonly other: string } {
  return { one: labels[a]?.name ?? '', other: labels[b]?.name ?? '' };
}
