import { text } from '../../locales/text.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { type Mode, modes } from './look.ts';

interface Props {
  readonly mode: Mode;
  readonly onMode: (mode: Mode) => void;
}

/** How before and after are set against each other. */
export function ModeSwitch({ mode, onMode }: Props) {
  return (
    <div className="mode-switch">
      <Segmented<Mode>
        label={text('inspector.mode')}
        labelHidden
        value={mode}
        onChange={onMode}
        choices={modes.map(value => ({ value, label: text(`inspector.mode.${value}`) }))}
      />
    </div>
  );
}
