import { normaliseLabel } from '../../core/label.ts';
import { labelAt } from '../../core/labels/labelAt.ts';
import type { Actions } from '../actions.ts';
import type { Context } from '../context.ts';
import type { LabelQuestion } from '../model/labels.ts';
import { relabel, removePhotos } from './arrangement.ts';

type QuestionActions = Pick<Actions, 'chooseLevel' | 'takeOutTwins' | 'leaveLabels'>;

/** Answers to what is asked about labels; each is a step of undo. */
export function questionActions({ get, set, arrange, newId }: Context): QuestionActions {
  const done = (question: LabelQuestion) =>
    set({ labelQuestions: get().labelQuestions.filter(one => one !== question) });
  return {
    chooseLevel: (question, level) => {
      const { arrangement, photos } = get();
      const names = new Map(arrangement.labels.map(({ id, name }) => [id, name]));
      const moved = question.photos.flatMap(id => {
        const { path = '' } = photos.get(id) ?? {};
        const present = names.get(arrangement.labelOf.get(id) ?? '');
        // What somebody has labelled by hand meanwhile stays as it is.
        const untouched = [question.level, 0].some(one => {
          const name = labelAt(path, one);
          return name !== null && normaliseLabel(name) === present;
        });
        return untouched ? [{ id, labelName: labelAt(path, level) }] : [];
      });
      arrange(relabel(arrangement, moved, () => newId('label-')));
      done(question);
    },
    takeOutTwins: (question, ids) => {
      arrange(removePhotos(get().arrangement, ids));
      done(question);
    },
    leaveLabels: done,
  };
}
