import { useId } from 'react';
import { Icon } from './Icon.tsx';
import type { ChoiceProps } from './Segmented.tsx';

/** One of several, in the system's own list: it opens upwards, downwards or full screen, as the device does. */
export function Select<T extends string>(props: ChoiceProps<T> & { readonly value: T }) {
  const { label, labelHidden = false, value, choices, onChange, disabled = false } = props;
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : 'field-name'}>
        {label}
      </label>
      <div className="select">
        <select
          id={id}
          value={value}
          disabled={disabled}
          onChange={event => {
            const chosen = choices.find(choice => choice.value === event.currentTarget.value);
            if (chosen) onChange(chosen.value);
          }}
        >
          {choices.map(choice => (
            <option key={choice.value} value={choice.value} disabled={choice.disabled}>
              {choice.label}
            </option>
          ))}
        </select>
        <Icon name="down" size={14} />
      </div>
    </div>
  );
}
