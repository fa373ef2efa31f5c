import type { ReactNode } from 'react';

interface Props {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
  readonly disabled?: boolean;
}

/** Yes or no, with the sentence that it answers. */
export function Switch({ checked, onChange, children, disabled = false }: Props) {
  return (
    <label className="switch">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={e => onChange(e.currentTarget.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
