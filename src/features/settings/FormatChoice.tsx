import { useId } from 'react';
import type { FormatChoice as Format, OutputSettings } from '../../core/settings.ts';
import { text } from '../../locales/text.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { Select } from '../../ui/Select.tsx';

const formats: readonly Format[] = ['same', 'jpeg', 'png', 'webp'];

/** What finished photos are saved as. */
export function FormatChoice() {
  const output = useKeyveil(s => s.output);
  const actions = useActions();
  return (
    <div className="settings-format">
      <Select<Format>
        label={text('settings.format')}
        value={output.format}
        onChange={format => actions.setOutput({ format })}
        choices={formats.map(value => ({ value, label: text(`settings.format.${value}`) }))}
      />
      <UnderFormat output={output} />
    </div>
  );
}

function UnderFormat({ output }: { readonly output: OutputSettings }) {
  const actions = useActions();
  switch (output.format) {
    case 'jpeg':
      return (
        <Quality value={output.jpegQuality} onChange={jpegQuality => actions.setOutput({ jpegQuality })} />
      );
    case 'webp':
      return (
        <Quality value={output.webpQuality} onChange={webpQuality => actions.setOutput({ webpQuality })} />
      );
    case 'png':
      return <p className="settings-about">{text('settings.format.about.png')}</p>;
    case 'same':
      return <p className="settings-about">{text('settings.format.about.same')}</p>;
  }
}

interface QualityProps {
  /** A fraction, as encoders take it; people read per cent. */
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function Quality({ value, onChange }: QualityProps) {
  const id = useId();
  const percent = Math.round(value * 100);
  return (
    <div className="settings-quality">
      <label htmlFor={id}>{text('settings.quality')}</label>
      <input
        id={id}
        type="range"
        min={50}
        max={100}
        step={1}
        value={percent}
        onChange={event => onChange(Number(event.currentTarget.value) / 100)}
      />
      <span aria-hidden="true">{percent}</span>
    </div>
  );
}
