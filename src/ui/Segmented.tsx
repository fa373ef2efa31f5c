import { useId } from 'react';

interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly title?: string;
  /** Of the label, if it is not that of the page. */
  readonly lang?: string;
  /** Accessible name, where the label alone says too little. */
  readonly spoken?: string;
  readonly disabled?: boolean;
}

/** Of whatever lets one of several be chosen. */
export interface ChoiceProps<T extends string> {
  /** Accessible name of the group, shown above it unless `labelHidden`. */
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly choices: readonly Choice<T>[];
  readonly onChange: (value: T) => void;
  readonly disabled?: boolean;
}

/**
 * One of a few, all in sight: a radio group, so arrow keys and screen readers work as everywhere. `value` null: none of
 * them, as when the numbers were set by hand.
 */
export function Segmented<T extends string>(props: ChoiceProps<T> & { readonly value: T | null }) {
  const { label, labelHidden = false, value, choices, onChange, disabled = false } = props;
  const name = useId();
  return (
    <div className="field">
      <span id={`${name}-label`} className={labelHidden ? 'visually-hidden' : 'field-name'}>
        {label}
      </span>
      <div className="segmented" role="radiogroup" aria-labelledby={`${name}-label`}>
        {choices.map(choice => (
          <label key={choice.value} title={choice.title} lang={choice.lang}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              aria-label={choice.spoken}
              checked={choice.value === value}
              disabled={disabled || choice.disabled}
              onChange={() => onChange(choice.value)}
            />
            {choice.label}
          </label>
        ))}
      </div>
    </div>
  );
}
