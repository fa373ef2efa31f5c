import type { ReactNode } from 'react';
import { longSides } from '../../core/settings.ts';
import { text } from '../../locales/text.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';
import { Jargon } from '../../ui/Jargon.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { NumberSetting } from './NumberSetting.tsx';

/** What finished files say about themselves, how large they are and what they are called. */
export function FileSettings() {
  const output = useKeyveil(s => s.output);
  const { setOutput, saveTdmrep } = useActions();
  return (
    <fieldset className="settings-files">
      <legend className="field-name">{text('settings.files')}</legend>
      <Choice
        checked={output.optOut}
        onChange={optOut => setOutput({ optOut })}
        note={text('settings.optOut.note')}
      >
        {text('settings.optOut')}
      </Choice>
      <div className="settings-tdmrep">
        <Button onClick={saveTdmrep}>{text('settings.tdmrep')}</Button>
        <p className="field-help">{text('settings.tdmrep.note')}</p>
      </div>
      <TextField
        label={text('settings.rights')}
        help={text('settings.rights.note')}
        value={output.rights}
        maxLength={1000}
        onChange={rights => setOutput({ rights })}
      />
      <Choice
        checked={output.keepDateAndCopyright}
        onChange={keepDateAndCopyright => setOutput({ keepDateAndCopyright })}
        note={text('settings.keepCredit.note')}
      >
        {text('settings.keepCredit')}
      </Choice>
      <Choice
        checked={output.longSide !== null}
        onChange={on => setOutput({ longSide: on ? longSides.usual : null })}
        note={text('settings.shrink.note')}
      >
        {text('settings.shrink')}
      </Choice>
      {output.longSide !== null && (
        <NumberSetting
          label={text('settings.longSide')}
          value={output.longSide}
          min={longSides.least}
          max={longSides.most}
          step={1}
          onChange={longSide => setOutput({ longSide })}
        />
      )}
      <Choice
        checked={output.plainNames}
        onChange={plainNames => setOutput({ plainNames })}
        note={text('settings.plainNames.note')}
      >
        {text('settings.plainNames')}
      </Choice>
    </fieldset>
  );
}

interface ChoiceProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly note: string;
  readonly children: ReactNode;
}

/** A switch with a sentence under it. */
function Choice({ checked, onChange, note, children }: ChoiceProps) {
  return (
    <div>
      <Switch checked={checked} onChange={onChange}>
        {children}
      </Switch>
      <p className="field-help">
        <Jargon words={note} />
      </p>
    </div>
  );
}
