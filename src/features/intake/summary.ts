import { number, text } from '../../locales/text.ts';
import type { Intake } from '../../state/model.ts';

export type IntakeDone = Extract<Intake, { kind: 'done' }>;

/** What an addition came to, in a sentence or two. */
export function intakeSummary({ added, leftOut }: IntakeDone): string {
  const words = [text('intake.added', { count: added, n: number(added) })];
  if (leftOut.length > 0)
    words.push(text('intake.leftOut', { count: leftOut.length, n: number(leftOut.length) }));
  return words.join(' ');
}

/** Whether there is more to tell than that photos were added. */
export function reportsMore({ added, leftOut, firstFrames }: IntakeDone): boolean {
  return added === 0 || leftOut.length > 0 || firstFrames > 0;
}
