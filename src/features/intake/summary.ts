import { number, sentences, text } from '../../locales/text.ts';
import type { IntakeDone } from '../../state/model/intake.ts';

/** What an addition came to, in a sentence or two. */
export function intakeSummary({ added, refound, leftOut }: IntakeDone): string {
  const words: string[] = [];
  if (refound > 0) words.push(text('intake.refound', { count: refound, n: number(refound) }));
  if (added > 0) words.push(text('intake.added', { count: added, n: number(added) }));
  else if (refound === 0) words.push(text(leftOut.length > 0 ? 'intake.addedNone' : 'intake.foundNone'));
  if (leftOut.length > 0)
    words.push(text('intake.leftOut', { count: leftOut.length, n: number(leftOut.length) }));
  return sentences(words);
}

/** Whether there is more to tell than that photos were added. */
export function reportsMore({
  added,
  refound,
  leftOut,
  firstFrames,
  fromRaw,
  joined,
  unseen,
}: IntakeDone): boolean {
  return (
    added + refound === 0 ||
    leftOut.length > 0 ||
    firstFrames + fromRaw > 0 ||
    joined.length > 0 ||
    unseen.length > 0
  );
}
