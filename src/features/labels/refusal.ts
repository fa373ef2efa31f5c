import { text } from '../../locales/text.ts';
import type { LabelOutcome } from '../../state/model/labels.ts';

const reasons = {
  empty: 'labels.empty',
  reserved: 'labels.reserved',
  unseen: 'labels.unseen',
} as const;

/** Why a label's name could not stand, in words; null when it could. */
export function refusalText(outcome: LabelOutcome): string | null {
  if (outcome.kind !== 'refused') return null;
  if (outcome.reason === 'similar') return text('labels.similar', { other: outcome.other ?? '' });
  return text(reasons[outcome.reason]);
}
