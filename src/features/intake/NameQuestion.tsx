import { useState } from 'react';
import { list, text } from '../../locales/text.ts';
import type { NameQuestion as Question } from '../../state/model/intake.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/Note.tsx';
import { Select } from '../../ui/Select.tsx';

/** A zip whose names do not say how they are written: shows them as read, and waits for a word. */
export function NameQuestion() {
  const question = useKeyveil(s => s.nameQuestion);
  return question && <Readings key={question.zip} {...question} />;
}

function Readings({ zip, readings }: Question) {
  const actions = useActions();
  const [first] = readings;
  const [encoding, setEncoding] = useState(first.encoding);
  const { examples } = readings.find(reading => reading.encoding === encoding) ?? first;
  return (
    <Note>
      <p>{text('names.question', { zip, encoding: text(`names.encoding.${encoding}`) })}</p>
      <p>
        <strong>{list(examples)}</strong>
      </p>
      <p className="question-why">{text('names.why')}</p>
      <div className="question-answer">
        <Select
          label={text('names.other')}
          labelHidden
          value={encoding}
          choices={readings.map(reading => ({
            value: reading.encoding,
            label: `${text(`names.encoding.${reading.encoding}`)}: ${list(reading.examples.slice(0, 2))}`,
          }))}
          onChange={setEncoding}
        />
        <Button tone="primary" onClick={() => actions.answerNames(encoding)}>
          {text('names.use')}
        </Button>
      </div>
    </Note>
  );
}
