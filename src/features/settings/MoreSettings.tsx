import { useRef, useState } from 'react';
import { text } from '../../locales/text.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { FileSettings } from './FileSettings.tsx';
import { MethodNumbers } from './MethodNumbers.tsx';
import { NumberSetting } from './NumberSetting.tsx';

/** The bare settings, for those who want them. */
export function MoreSettings() {
  const [open, setOpen] = useState(false);
  const fixed = useKeyveil(s => s.reopened !== null);
  const opener = useRef<HTMLButtonElement>(null);
  return (
    <div className="settings-more">
      <Button
        tone="link"
        ref={opener}
        aria-expanded={open}
        aria-haspopup="dialog"
        onClick={() => setOpen(!open)}
      >
        {text('settings.more')}
      </Button>
      {open && (
        <Popover
          anchor={opener}
          align="end"
          className="settings-panel"
          aria-label={text('settings.more.title')}
          onClose={() => setOpen(false)}
        >
          {fixed ? <p className="settings-about">{text('receipt.fixed')}</p> : <MethodNumbers />}
          <OutputNumbers />
          <FileSettings />
        </Popover>
      )}
    </div>
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
        <NumberSetting
          label={text('settings.quality.jpeg')}
          value={Math.round(output.jpegQuality * 100)}
          min={50}
          max={100}
          step={1}
          onChange={percent => actions.setOutput({ jpegQuality: percent / 100 })}
        />
      )}
      {webp && (
        <NumberSetting
          label={text('settings.quality.webp')}
          value={Math.round(output.webpQuality * 100)}
          min={50}
          max={100}
          step={1}
          onChange={percent => actions.setOutput({ webpQuality: percent / 100 })}
        />
      )}
    </>
  );
}
