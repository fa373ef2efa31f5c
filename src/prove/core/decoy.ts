import type { Hits } from './crossValidation.ts';
import { wilsonInterval } from './wilson.ts';

/** Whether the decoy, what protection put into the photos of each label, is easier to learn than what they show. */

/** How often labels were told from one kind of feature, before and after protection. */
export interface HitRates {
  readonly original: Hits;
  readonly protected: Hits;
}

/**
 * `easier`: the decoy gives labels away, and clearly more than the pictures do. `not`: it does not, and with so many
 * photos that would have been seen. `unsure`: too few photos to say either. `already`: the originals are told so well
 * that no decoy could add enough.
 */
export type Judgement = 'easier' | 'not' | 'unsure' | 'already';

/** A decoy that adds less than this, 0 to 1, is none, however little the pictures themselves tell. */
const leastGain = 0.2;

/** Part of the photos told right, 0 to 1. */
export function shareOf({ right, total }: Hits): number {
  return total === 0 ? 0 : right / total;
}

/** What the decoy adds to the part told right, −1 to 1. */
export function gainOf(told: HitRates): number {
  return shareOf(told.protected) - shareOf(told.original);
}

/**
 * The decoy is easier to learn if it adds more than the pictures tell beyond chance, and if the 95 per cent intervals
 * of before and after do not meet.
 *
 * @param chance how often always saying the commonest label is right, 0 to 1
 */
export function judge(told: HitRates, chance: number): Judgement {
  const before = shareOf(told.original);
  const needed = Math.max(leastGain, before - chance);
  if (before + needed > 1) return 'already';
  const original = wilsonInterval(told.original.right, told.original.total);
  const after = wilsonInterval(told.protected.right, told.protected.total);
  if (gainOf(told) >= needed) return after.low > original.high ? 'easier' : 'unsure';
  return after.high - original.low >= needed ? 'unsure' : 'not';
}

/** What says most first. */
const order: readonly Judgement[] = ['easier', 'unsure', 'already', 'not'];

/** Of several kinds of feature the one that shows the decoy best: by its judgement, then by what the decoy adds. */
export function clearest<T extends HitRates>(all: readonly T[], chance: number): T | undefined {
  const rank = (told: T) => order.indexOf(judge(told, chance));
  return [...all].sort((a, b) => rank(a) - rank(b) || gainOf(b) - gainOf(a))[0];
}
