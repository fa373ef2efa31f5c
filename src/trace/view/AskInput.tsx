import { useId } from 'react';
import { text } from '../../locales/text.ts';
import { ModelInputFields } from '../../models/view/ModelInputFields.tsx';
import type { AskState, TraceAsk } from '../state/traceAsk.ts';

interface Props {
  readonly ask: TraceAsk;
  readonly state: AskState;
  readonly busy: boolean;
}

/** How a model wants its pictures, all of it shown and to be changed, and what its classes are called. */
export function AskInput({ ask, state, busy }: Props) {
  return (
    <>
      <div className="trace-fields">
        <ModelInputFields input={state} busy={busy} onChange={ask.change} />
      </div>
      <p className="field-help">{text('models.numbers.help')}</p>
      <ClassNames ask={ask} state={state} busy={busy} />
    </>
  );
}

function ClassNames({ ask, state: { classNames }, busy }: Props) {
  const names = useId();
  return (
    <div className="field">
      <label className="field-name" htmlFor={names}>
        {text('trace.ask.names')}
      </label>
      <textarea
        id={names}
        className="trace-names"
        rows={3}
        spellCheck={false}
        disabled={busy}
        value={classNames}
        aria-describedby={`${names}-help`}
        onChange={event => ask.change({ classNames: event.currentTarget.value })}
      />
      <div id={`${names}-help`} className="field-help">
        {text('trace.ask.names.help')}
      </div>
    </div>
  );
}
