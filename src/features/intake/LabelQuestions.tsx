import { list, number, text } from '../../locales/text.ts';
import { type Level, labelQuestion, type Twins } from '../../state/queries/labelQuestion.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/Note.tsx';

/** What is to be asked about labels once photos are in, one question after another; it waits as long as it takes. */
export function LabelQuestions() {
  const asked = useKeyveil(labelQuestion);
  if (asked === null) return null;
  const { first, more } = asked;
  return (
    <Note>
      {first.kind === 'level' ? <WhichFolder {...first} /> : <SamePhotos {...first} />}
      {more > 0 && <p className="question-why">{text('ask.more', { count: more, n: number(more) })}</p>}
    </Note>
  );
}

/** Labels named in an answer; of more, only how many. */
const namesShown = 3;

function WhichFolder({ question }: Level) {
  const actions = useActions();
  const { choices, level, photos } = question;
  const now = choices.find(choice => choice.level === level);
  return (
    <section aria-label={text('ask.level')}>
      <p>
        <strong>{text('ask.level')}</strong>{' '}
        {text('ask.levelWhy', { count: photos.length, n: number(photos.length) })}
      </p>
      {now && (
        <p className="question-why">
          {text('ask.levelNow', { labels: list(now.labels.slice(0, namesShown).map(({ name }) => name)) })}
        </p>
      )}
      <div className="question-answer">
        {choices.map(choice => (
          <Button key={choice.level} onClick={() => actions.chooseLevel(question, choice.level)}>
            {labelsText(choice.labels)}
          </Button>
        ))}
      </div>
    </section>
  );
}

/** `Mia (12), Tom (9)`, or `2021 (40), 2022 (31), 2023 (8) and 4 more`. */
function labelsText(labels: Level['question']['choices'][number]['labels']): string {
  const shown = labels.slice(0, namesShown).map(({ name, count }) => `${name} (${number(count)})`);
  const more = labels.length - shown.length;
  return more > 0
    ? text('ask.levelMore', { labels: list(shown), count: more, n: number(more) })
    : list(shown);
}

function SamePhotos({ question, labels, inFirst, inSecond }: Twins) {
  const actions = useActions();
  const [first, second] = labels;
  const names = { first: first.name, second: second.name };
  return (
    <section aria-label={text('ask.twinsName')}>
      <p>{text('ask.twins', { ...names, count: inFirst.length, n: number(inFirst.length) })}</p>
      <p className="question-why">{text('ask.twinsWhy')}</p>
      <div className="question-answer">
        <Button onClick={() => actions.leaveLabels(question)}>{text('ask.twinsBoth')}</Button>
        <Button onClick={() => actions.takeOutTwins(question, inSecond)}>
          {text('ask.twinsOnly', { label: first.name })}
        </Button>
        <Button onClick={() => actions.takeOutTwins(question, inFirst)}>
          {text('ask.twinsOnly', { label: second.name })}
        </Button>
      </div>
    </section>
  );
}
