import type { Encoding } from '../../archive/names/encodings.ts';
import type { Readings } from '../../archive/names/zipNames.ts';
import type { Context } from '../context.ts';
import type { NameQuestion } from '../model/intake.ts';
import type { KeyveilState } from '../model.ts';

/** The question went away unanswered, with all else on the page: what it was about is not wanted any more. */
export class QuestionDropped extends Error {}

export type Subscribe = (listener: (s: KeyveilState) => void) => () => void;

/** Asks how the names in a zip are to be read, one zip at a time, and waits as long as it takes. */
export function nameQuestions(context: Pick<Context, 'get' | 'set'>, subscribe: Subscribe) {
  let settle: ((encoding: Encoding) => void) | null = null;
  return {
    /** @throws QuestionDropped */
    ask: (zip: string, readings: Readings): Promise<Encoding> =>
      new Promise((resolve, reject) => {
        const question: NameQuestion = { zip, readings };
        context.set({ nameQuestion: question });
        const stop = subscribe(s => {
          if (s.nameQuestion === question) return;
          stop();
          reject(new QuestionDropped('Nobody said how the names are written'));
        });
        settle = encoding => {
          stop();
          context.set({ nameQuestion: null });
          resolve(encoding);
        };
      }),
    answer: (encoding: Encoding): void => {
      if (context.get().nameQuestion !== null) settle?.(encoding);
    },
  };
}
