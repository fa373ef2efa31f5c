import { number, sentences, text } from '../../locales/text.ts';
import { FileChoice } from '../../ui/FileChoice.tsx';
import { Note } from '../../ui/Note.tsx';
import { Select } from '../../ui/Select.tsx';
import type { Answers } from '../state/modelAnswers.ts';
import type { ModelState } from '../state/modelState.ts';
import type { TraceModel } from '../state/traceModel.ts';

interface Props {
  readonly model: TraceModel;
  readonly state: ModelState;
}

/** The probe sheet, the answers, and which answer means which label. */
export function AnswersPart({ model, state: { sheet, answers, trouble } }: Props) {
  const labels =
    sheet && text('trace.model.sheet.labels', { count: sheet.labels.length, n: number(sheet.labels.length) });
  return (
    <section className="wing-source trace-step">
      <h3>{text('trace.model.step.back')}</h3>
      <p className="field-help">{text('trace.model.step.back.what')}</p>
      <div className="wing-other trace-choice">
        <FileChoice
          icon="file"
          words={text('trace.model.back')}
          input={text('trace.model.backInput')}
          accept=".csv,.tsv,.txt,.json,text/csv,application/json"
          onFiles={files => void model.takeBack(files)}
        />
        <span>
          {sheet
            ? text('trace.model.sheet', { labels: labels ?? '', n: number(sheet.files.length) })
            : text('trace.model.sheet.none')}
        </span>
      </div>
      {trouble && (
        <Note tone="warn" spoken>
          {text(`trace.model.trouble.${trouble}`)}
        </Note>
      )}
      {sheet && answers && (
        <Classes model={model} answers={answers} labels={sheet.labels} all={sheet.files.length} />
      )}
    </section>
  );
}

interface ClassesProps {
  readonly model: TraceModel;
  readonly answers: Answers;
  readonly labels: readonly string[];
  /** Probes in all. */
  readonly all: number;
}

/** More classes than this make a list too long to choose from. */
const classesShown = 1000;

function Classes({ model, answers, labels, all }: ClassesProps) {
  const { name, said, classes, classOf, unknown } = answers;
  const choices = [
    { value: '', label: text('trace.model.class.none') },
    ...classes.slice(0, classesShown).map(one => ({ value: one, label: one })),
  ];
  return (
    <>
      <p>
        {sentences([
          text('trace.model.answers', { name, n: number(said.size), all: number(all) }),
          unknown > 0 && text('trace.model.answers.unknown', { count: unknown, n: number(unknown) }),
        ])}
      </p>
      <fieldset className="trace-classes">
        <legend className="field-name">{text('trace.model.classes')}</legend>
        <div className="trace-fields">
          {labels.map((label, at) => (
            <Select
              key={label}
              label={text('trace.model.class', { label })}
              value={classOf[at] ?? ''}
              choices={choices}
              onChange={chosen => model.setClass(at, chosen === '' ? null : chosen)}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}
