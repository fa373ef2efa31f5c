import { useId } from 'react';
import { text } from '../../locales/text.ts';
import { readChannels, type ScalingName, scalings } from '../../models/modelInput.ts';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { AskState, TraceAsk, TypedColours } from '../state/traceAsk.ts';

interface Props {
  readonly ask: TraceAsk;
  readonly state: AskState;
  readonly busy: boolean;
}

const isScaling = (name: string): name is ScalingName => name in scalings;
const scalingNames = [...Object.keys(scalings).filter(isScaling), 'custom'] as const;
const channels = ['rgb', 'bgr'] as const;

/** How a model wants its pictures, all of it shown and to be changed: size, colours, and what its classes are called. */
export function AskInput({ ask, state, busy }: Props) {
  const { side, scaling, colours } = state;
  return (
    <>
      <div className="trace-fields">
        <TextField
          label={text('trace.ask.side')}
          inputMode="numeric"
          disabled={busy}
          value={String(side)}
          onChange={typed => ask.change({ side: Math.min(2048, Number(typed.replace(/\D/g, ''))) })}
        />
        <Select
          label={text('trace.ask.scaling')}
          value={scaling}
          disabled={busy}
          choices={scalingNames.map(value => ({ value, label: text(`trace.ask.scaling.${value}`) }))}
          onChange={ask.scale}
        />
        <Select
          label={text('trace.ask.channels')}
          value={colours.channels}
          disabled={busy}
          choices={channels.map(value => ({ value, label: text(`trace.ask.channels.${value}`) }))}
          onChange={chosen => ask.changeColours({ channels: chosen })}
        />
        <Numbers ask={ask} name="mean" colours={colours} busy={busy} />
        <Numbers ask={ask} name="std" colours={colours} busy={busy} />
      </div>
      <p className="field-help">{text('trace.ask.numbers.help')}</p>
      <ClassNames ask={ask} state={state} busy={busy} />
    </>
  );
}

interface NumbersProps extends Pick<Props, 'ask' | 'busy'> {
  readonly name: 'mean' | 'std';
  readonly colours: TypedColours;
}

function Numbers({ ask, name, colours, busy }: NumbersProps) {
  const read = readChannels(colours[name]);
  const wrong = read === null || (name === 'std' && !read.every(value => value > 0));
  return (
    <TextField
      label={text(`trace.ask.${name}`)}
      disabled={busy}
      value={colours[name]}
      error={wrong && text(`trace.ask.${name}.wrong`)}
      onChange={typed => ask.changeColours({ [name]: typed })}
    />
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
