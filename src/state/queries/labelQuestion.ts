import type { Label, LabelQuestion } from '../model/labels.ts';
import type { PhotoId } from '../model/photos.ts';
import type { KeyveilState } from '../model.ts';
import { memoised } from './memo.ts';

/** Copies of the same photos under two labels: `inFirst[i]` and `inSecond[i]` are the same. */
export interface Twins {
  readonly kind: 'twins';
  readonly question: LabelQuestion;
  readonly labels: readonly [Label, Label];
  readonly inFirst: readonly PhotoId[];
  readonly inSecond: readonly PhotoId[];
}

export interface Level {
  readonly kind: 'level';
  readonly question: Extract<LabelQuestion, { kind: 'level' }>;
}

export interface AskedOfLabels {
  readonly first: Level | Twins;
  /** How many wait behind it. */
  readonly more: number;
}

/** What is to be asked about labels now; null when there is nothing, or it has settled itself. */
export const labelQuestion = memoised(
  s => [s.labelQuestions, s.arrangement],
  (s: KeyveilState): AskedOfLabels | null => {
    const [first, ...others] = s.labelQuestions.flatMap(question => standing(s, question) ?? []);
    return first ? { first, more: others.length } : null;
  },
);

/** A question as things are now: photos may have gone, or been given other labels. */
function standing({ arrangement }: KeyveilState, question: LabelQuestion): Level | Twins | null {
  const { labelOf, labels } = arrangement;
  if (question.kind === 'level') {
    return question.photos.some(id => labelOf.has(id)) ? { kind: 'level', question } : null;
  }
  const apart = question.copies.filter(([a, b]) => {
    const [first, second] = [labelOf.get(a), labelOf.get(b)];
    return first !== undefined && second !== undefined && first !== second;
  });
  // Pairs may have been found in either order.
  const home = labelOf.get(apart[0]?.[0] ?? '');
  const pairs = apart.map(([a, b]) => (labelOf.get(a) === home ? ([a, b] as const) : ([b, a] as const)));
  const first = labels.find(({ id }) => id === home);
  const second = labels.find(({ id }) => id === labelOf.get(pairs[0]?.[1] ?? ''));
  if (!first || !second) return null;
  return {
    kind: 'twins',
    question,
    labels: [first, second],
    inFirst: pairs.map(([id]) => id),
    inSecond: pairs.map(([, id]) => id),
  };
}
