import { useId } from 'react';
import { number, text } from '../../../locales/text.ts';

/** What can be turned: both filters, how far the classes lie apart, and the number of dimensions. */
export interface Values {
  readonly a1: number;
  readonly aMinus1: number;
  readonly norm: number;
  readonly d: number;
}

const knobs = [
  { name: 'a1', min: 0, max: 0.5, step: 0.01 },
  { name: 'aMinus1', min: 0, max: 0.5, step: 0.01 },
  { name: 'norm', min: 0.1, max: 5, step: 0.1 },
  { name: 'd', min: 2, max: 64, step: 1 },
] as const satisfies readonly { readonly name: keyof Values; min: number; max: number; step: number }[];

interface Props {
  readonly values: Values;
  readonly onChange: (values: Values) => void;
}

export function Knobs({ values, onChange }: Props) {
  const id = useId();
  return (
    <div className="knobs">
      {knobs.map(({ name, min, max, step }) => (
        <div className="knob" key={name}>
          <label htmlFor={`${id}-${name}`}>{text(`theory.knob.${name}`)}</label>
          <output htmlFor={`${id}-${name}`}>{number(values[name], 2)}</output>
          <input
            id={`${id}-${name}`}
            type="range"
            min={min}
            max={max}
            step={step}
            value={values[name]}
            onChange={event => onChange({ ...values, [name]: event.currentTarget.valueAsNumber })}
          />
        </div>
      ))}
    </div>
  );
}
