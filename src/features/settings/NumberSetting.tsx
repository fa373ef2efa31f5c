import { useId, useState } from 'react';
import { text } from '../../locales/text.ts';

interface Props {
  readonly label: string;
  readonly note?: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
}

/**
 * A number to type, with a slider beside it for the hand. What is typed counts as soon as it lies within bounds; what
 * does not is said, and dropped when the field is left.
 */
export function NumberSetting({ label, note, value, min, max, step, onChange }: Props) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const bad = draft !== null && !isWithin(draft, min, max, step);

  return (
    <div className={bad ? 'field field-bad' : 'field'}>
      <label className="field-name" htmlFor={id}>
        {label}
      </label>
      <div className="settings-number">
        {/* The field does all that the slider does, so keyboard and screen reader meet only the field. */}
        <input
          type="range"
          aria-hidden="true"
          tabIndex={-1}
          min={min}
          max={max}
          step={step}
          value={value}
          onChange={event => {
            setDraft(null);
            onChange(Number(event.currentTarget.value));
          }}
        />
        <div className="field-frame">
          <input
            id={id}
            type="number"
            min={min}
            max={max}
            step={step}
            value={draft ?? value}
            aria-invalid={bad}
            aria-describedby={`${id}-note`}
            onChange={event => {
              const typed = event.currentTarget.value;
              setDraft(typed);
              if (isWithin(typed, min, max, step)) onChange(Number(typed));
            }}
            onBlur={() => setDraft(null)}
          />
        </div>
      </div>
      <p id={`${id}-note`} className={bad ? 'field-error' : 'field-help'}>
        {bad ? text('settings.bounds', { min, max }) : note}
      </p>
    </div>
  );
}

function isWithin(typed: string, min: number, max: number, step: number): boolean {
  const value = Number(typed);
  if (typed.trim() === '' || !Number.isFinite(value) || value < min || value > max) return false;
  const steps = (value - min) / step;
  return step < 1 || Math.abs(steps - Math.round(steps)) < 1e-9;
}
