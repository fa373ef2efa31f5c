// First, so that what is imported below finds its texts.
import '../../locales/workspace.ts';
import type { RefObject } from 'react';
import { text } from '../../locales/text.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { DatasetField } from '../key/DatasetField.tsx';
import { FileSettings } from './FileSettings.tsx';
import { FormatChoice } from './FormatChoice.tsx';
import { MethodChoice } from './MethodChoice.tsx';
import { MethodNumbers } from './MethodNumbers.tsx';
import { NumberSetting } from './NumberSetting.tsx';

interface Props {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}

/** Every number, and what goes into the files. Fetched apart: most people never open it. */
export default function MorePanel({ anchor, onClose }: Props) {
  const fixed = useKeyveil(s => s.reopened !== null);
  return (
    <Popover
      anchor={anchor}
      align="end"
      className="settings-panel"
      aria-label={text('settings.more.title')}
      onClose={onClose}
    >
      <DatasetField />
      <MethodChoice />
      {!fixed && <MethodNumbers />}
      <FormatChoice />
      <OutputNumbers />
      <FileSettings />
    </Popover>
  );
}

function OutputNumbers() {
  const output = useKeyveil(s => s.output);
  const actions = useActions();
  const lossy = output.format === 'same' || output.format === 'jpeg';
  const webp = output.format === 'same' || output.format === 'webp';
  return (
    <>
      {lossy && (
        <Quality
          label={text('settings.quality.jpeg')}
          value={output.jpegQuality}
          onChange={jpegQuality => actions.setOutput({ jpegQuality })}
        />
      )}
      {webp && (
        <Quality
          label={text('settings.quality.webp')}
          value={output.webpQuality}
          onChange={webpQuality => actions.setOutput({ webpQuality })}
        />
      )}
    </>
  );
}

interface QualityProps {
  readonly label: string;
  /** 0 to 1; shown in per cent. */
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function Quality({ label, value, onChange }: QualityProps) {
  return (
    <NumberSetting
      label={label}
      value={Math.round(value * 100)}
      min={50}
      max={100}
      step={1}
      onChange={percent => onChange(percent / 100)}
    />
  );
}
