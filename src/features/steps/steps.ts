import type { KeyveilState } from '../../state/model.ts';
import { counts } from '../../state/queries/counts.ts';
import { weakKey } from '../../state/queries/weakKey.ts';

/** The way through the work, in its order. */
const stepNames = ['photos', 'look', 'key', 'save'] as const;
export type StepName = (typeof stepNames)[number];

export interface Step {
  readonly name: StepName;
  readonly done: boolean;
  /** The first that is not done: where to go on. */
  readonly now: boolean;
}

/**
 * How far the work is. Photos count once they have labels, the key once it may protect, and the end once zip, receipt and
 * key are in the person's hands.
 *
 * @param looked whether a photo was looked at, which nobody has to do: whoever has a key has gone past it
 */
export function stepsOf(s: KeyveilState, looked: boolean): readonly Step[] {
  const { labelled, unlabelled } = counts(s);
  const key = s.key.kind === 'ready' && weakKey(s) !== 'asks';
  const done: Readonly<Record<StepName, boolean>> = {
    photos: labelled > 0 && unlabelled === 0,
    look: looked || key,
    key,
    save: s.archiveSaved && s.receiptSaved && s.keyKept !== 'unsaved',
  };
  const now = stepNames.find(name => !done[name]);
  return stepNames.map(name => ({ name, done: done[name], now: name === now }));
}
