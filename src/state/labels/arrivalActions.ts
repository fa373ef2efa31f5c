import type { Actions } from '../actions.ts';
import type { Context } from '../context.ts';
import type { PhotoId } from '../model/photos.ts';
import { addLabel, assign, withoutEmptied } from './arrangement.ts';

type ArrivalActions = Pick<Actions, 'labelTogether' | 'takeLabelsOff' | 'leaveArrival'>;

/** Answers to what is in the photos that came last; what changes labels is one step of undo. */
export function arrivalActions({ get, set, arrange, newId }: Context): ArrivalActions {
  const leaveArrival = () => {
    const { intake } = get();
    if (intake.kind === 'done') set({ intake: { ...intake, arrived: [], loose: [] } });
  };
  const change = (ids: readonly PhotoId[], next: ReturnType<typeof assign>) =>
    arrange(withoutEmptied(get().arrangement, next, ids));
  return {
    labelTogether: (ids, name) => {
      const { arrangement, outcome } = addLabel(get().arrangement, name, () => newId('label-'));
      if (outcome.kind !== 'refused') change(ids, assign(arrangement, ids, outcome.id));
      return outcome;
    },
    takeLabelsOff: ids => {
      change(ids, assign(get().arrangement, ids, null));
      leaveArrival();
    },
    leaveArrival,
  };
}
