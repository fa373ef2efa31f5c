import { text } from '../../locales/text.ts';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { readChannels, type ScalingName, scalings } from '../modelInput.ts';
import { scaledAs, type TypedInput } from '../typedInput.ts';

interface Props {
  readonly input: TypedInput;
  readonly busy: boolean;
  readonly onChange: (changes: Partial<TypedInput>) => void;
}

const isScaling = (name: string): name is ScalingName => name in scalings;
const scalingNames = [...Object.keys(scalings).filter(isScaling), 'custom'] as const;
const channels = ['rgb', 'bgr'] as const;

/** How a model wants its pictures, all of it shown and to be changed: size, order of colours, mean and deviation. */
export function ModelInputFields({ input, busy, onChange }: Props) {
  const { side, scaling, colours } = input;
  // What is changed by hand is nobody's usual way any more.
  const change = (changes: Partial<TypedInput['colours']>) =>
    onChange({ scaling: 'custom', colours: { ...colours, ...changes } });
  return (
    <>
      <TextField
        label={text('models.side')}
        inputMode="numeric"
        disabled={busy}
        value={String(side)}
        onChange={typed => onChange({ side: Math.min(2048, Number(typed.replace(/\D/g, ''))) })}
      />
      <Select
        label={text('models.scaling')}
        value={scaling}
        disabled={busy}
        choices={scalingNames.map(value => ({ value, label: text(`models.scaling.${value}`) }))}
        onChange={chosen => onChange(scaledAs(chosen))}
      />
      <Select
        label={text('models.channels')}
        value={colours.channels}
        disabled={busy}
        choices={channels.map(value => ({ value, label: text(`models.channels.${value}`) }))}
        onChange={chosen => change({ channels: chosen })}
      />
      <Numbers name="mean" value={colours.mean} busy={busy} onChange={mean => change({ mean })} />
      <Numbers name="std" value={colours.std} busy={busy} onChange={std => change({ std })} />
    </>
  );
}

interface NumbersProps {
  readonly name: 'mean' | 'std';
  readonly value: string;
  readonly busy: boolean;
  readonly onChange: (typed: string) => void;
}

function Numbers({ name, value, busy, onChange }: NumbersProps) {
  const read = readChannels(value);
  const wrong = read === null || (name === 'std' && !read.every(one => one > 0));
  return (
    <TextField
      label={text(`models.number.${name}`)}
      disabled={busy}
      value={value}
      error={wrong && text(`models.number.${name}.wrong`)}
      onChange={onChange}
    />
  );
}
