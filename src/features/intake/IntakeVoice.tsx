import { useEffect } from 'react';
import { list, sentences, text } from '../../locales/text.ts';
import { labelQuestion } from '../../state/queries/labelQuestion.ts';
import { useKeyveil } from '../../state/react.tsx';
import { usePage } from '../commands/context.tsx';
import { sayWithUndo } from '../commands/labelling.ts';
import { intakeSummary, reportsMore } from './summary.ts';

/** Says what an addition came to, wherever the page is by then. */
export function IntakeVoice() {
  const intake = useKeyveil(s => s.intake);
  const question = useKeyveil(s => s.nameQuestion);
  const asked = useKeyveil(s => labelQuestion(s)?.first.kind);
  const page = usePage();
  useEffect(() => {
    if (intake.kind !== 'done') return;
    const words = intakeSummary(intake);
    // What was left out stands in the report, which stays.
    if (reportsMore(intake) || intake.added === 0) page.say(words);
    else sayWithUndo(page, words);
  }, [intake, page]);
  useEffect(() => {
    if (question === null) return;
    const [{ encoding, examples }] = question.readings;
    page.say(
      sentences([
        text('names.question', { zip: question.zip, encoding: text(`names.encoding.${encoding}`) }),
        list(examples),
      ]),
    );
  }, [question, page]);
  useEffect(() => {
    if (asked !== undefined) page.say(text(asked === 'level' ? 'ask.level' : 'ask.twinsName'));
  }, [asked, page]);
  return null;
}
