import { useId, useLayoutEffect, useRef, useState } from 'react';
import { text } from '../../locales/text.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';
import { usePage } from '../commands/context.tsx';
import { maskedFieldType, notForPasswordManagers } from './fieldPrivacy.ts';
import { KeyChip } from './KeyChip.tsx';
import { type NewKey, NewKeyPopover } from './NewKeyPopover.tsx';
import { offerKeyFile } from './offerFile.ts';
import { StrengthMeter } from './StrengthMeter.tsx';

/** Where the key is typed, shown and made. */
export function PassphraseField() {
  const passphrase = useKeyveil(s => s.passphrase);
  const actions = useActions();
  const { openDialog } = usePage();
  const [shown, setShown] = useState(false);
  const [made, setMade] = useState<NewKey | null>(null);
  const head = useRef<HTMLDivElement>(null);
  // Forgotten or emptied: the key before it goes too.
  if (made && passphrase === '') setMade(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();

  // Not React's `value`: that is written into the page's markup too, which goes to disk when somebody saves the page.
  useLayoutEffect(() => {
    if (field.current && field.current.value !== passphrase) field.current.value = passphrase;
  }, [passphrase]);

  const make = async (kind: NewKey['kind'], before: string) => {
    await actions.generateKey(kind);
    // It is there to be written down, so it is not hidden from the one who asked for it.
    setShown(true);
    setMade({ kind, before });
  };

  return (
    <div className="field">
      <div className="key-head" ref={head}>
        <label className="field-name" htmlFor={id}>
          {text('key.passphrase')}
        </label>
        <div className="key-files beside-label">
          <KeyChip />
        </div>
      </div>
      <div className="field-frame">
        <input
          {...notForPasswordManagers}
          ref={field}
          id={id}
          className={shown ? 'key-input' : 'key-input key-input-masked'}
          type={shown ? 'text' : maskedFieldType()}
          placeholder={text('key.placeholder')}
          aria-describedby={`${id}-safe`}
          onChange={event => {
            setMade(null);
            actions.setPassphrase(event.currentTarget.value);
          }}
        />
        {/* An empty field has nothing to show, and needs the room for its own words. */}
        {passphrase !== '' && (
          <Button tone="link" className="key-show" aria-controls={id} onClick={() => setShown(!shown)}>
            {shown ? text('key.hide') : text('key.show')}
          </Button>
        )}
        <Button tone="link" onClick={() => void make('words', passphrase)}>
          {text('key.generate')}
        </Button>
      </div>
      <StrengthMeter passphrase={passphrase} />
      <span id={`${id}-safe`} className="visually-hidden">
        {text('key.safe')}
      </span>
      {made && passphrase !== '' && (
        <NewKeyPopover
          anchor={head}
          passphrase={passphrase}
          made={made}
          onOther={() => void make(made.kind === 'words' ? 'bits' : 'words', made.before)}
          onSave={() => {
            offerKeyFile(actions);
            setMade(null);
          }}
          onWrittenDown={() => {
            actions.keyWrittenDown();
            setMade(null);
          }}
          onOtherWays={() => {
            setMade(null);
            openDialog('keepKey');
          }}
          onUndo={() => {
            actions.setPassphrase(made.before);
            setMade(null);
          }}
          onClose={() => setMade(null)}
        />
      )}
    </div>
  );
}
