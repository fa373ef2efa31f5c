import { accuracyOf, nextLabelOf, recallsOf } from '../../../core/confusion.ts';
import type { Answers } from '../../../core/experiment.ts';

/** What answers come to, as parts from 0 to 1; where nothing was asked, 0. */

export function rightOf({ confusion }: Answers): number {
  return accuracyOf(confusion) ?? 0;
}

/** For each label, the part of its photos that were called by it. */
export function recallOf({ confusion }: Answers): readonly number[] {
  return recallsOf(confusion).map(part => part ?? 0);
}

/** The part that was called by the label next in the list: in the control, the one whose filter the photo carries. */
export function takenOf({ confusion }: Answers): number {
  return nextLabelOf(confusion) ?? 0;
}
