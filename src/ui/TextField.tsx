import { type ComponentProps, type ReactNode, useId } from 'react';

export interface TextFieldProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value'> {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Keeps the label for assistive technology only. */
  readonly labelHidden?: boolean;
  readonly help?: ReactNode;
  /** Why the value cannot stand; spoken with the field. */
  readonly error?: ReactNode;
  /** Buttons inside the frame, after the text. */
  readonly trailing?: ReactNode;
}

/** One line of text with its label, help and error. */
export function TextField(props: TextFieldProps) {
  const { label, labelHidden = false, help, error, trailing, onChange, id, className, ...rest } = props;
  const made = useId();
  const own = id ?? made;
  const described = [help && `${own}-help`, error && `${own}-error`].filter(Boolean).join(' ');
  return (
    <div className={['field', error ? 'field-bad' : '', className].filter(Boolean).join(' ')}>
      <label htmlFor={own} className={labelHidden ? 'visually-hidden' : 'field-name'}>
        {label}
      </label>
      <div className="field-frame">
        <input
          type="text"
          autoComplete="off"
          {...rest}
          id={own}
          onChange={event => onChange(event.currentTarget.value)}
          aria-describedby={described || undefined}
          aria-invalid={error ? true : undefined}
        />
        {trailing}
      </div>
      {help && (
        <div id={`${own}-help`} className="field-help">
          {help}
        </div>
      )}
      {error && (
        <div id={`${own}-error`} className="field-error">
          {error}
        </div>
      )}
    </div>
  );
}
